insert into contacts (id, owner_id, kind, name, sorted, organisation, title, emails, phones, links, met, about, notes,
    next_step, next_date, reminded_date, touched_date, import_id, before, created_at, updated_at, removed_at, version)
values ({40}, {4}, 'person', 'Ondine Maybury', 'ondine maybury', 'University of the Fjords', 'Professor',
    'ondine@fjords.example', '', '', 'At a fair', 'Maps', 'Likes *tea* and maps', 'Ask for her slides', '2026-03-02', null,
    '2026-01-14', null, null, 1, 2, null, 2);
insert into contact_categories (owner_id, category, contact_id) values ({4}, 'speakers', {40});
insert into contact_words (owner_id, word, contact_id) values ({4}, 'ondine', {40}), ({4}, 'e:ondine@fjords.example', {40});
insert into contact_imports (id, owner_id, content, taken_at, created_at) values ({41}, {4}, '[]', null, 1);
insert into speakers (id, offered_by, network_id, name, sorted, sought, organisation, link, topics, fee, note, offered_at,
    updated_at, withdrawn_at, version)
values ({42}, {4}, null, 'Ondine Maybury', 'ondine maybury', 'ondine maybury maps', 'University of the Fjords', '', 'Maps and tea', '', '', 1, 1, null, 1);
insert into speaker_hearers (speaker_id, person_id, heard_at) values ({42}, {4}, 1);
