insert into profile_fields (person_id, field, audience, words)
values ({3}, 'skills', 'public', ''), ({4}, 'ask', 'me', ''), ({4}, 'about', 'district', 'I like maps.');
insert into profile_tags (person_id, field, tag, label, place)
values ({3}, 'skills', 'stop motion', 'Stop motion', 0), ({4}, 'tools', 'makey makey', 'Makey Makey', 0);
insert into files (id, kind, length, sha256, created_at)
values ({58}, 'image/jpeg', 6, '37290d74ac4d186e3a8e5785d259d2ec04fac91ae28092e7620ec8bc99e830aa', 1),
       ({59}, 'image/jpeg', 6, '37290d74ac4d186e3a8e5785d259d2ec04fac91ae28092e7620ec8bc99e830aa', 1);
insert into profile_photos (person_id, file_id, small_id, added_at) values ({4}, {58}, {59}, 1);
insert into tag_uses (field, tag, label, uses) values ('skills', 'stop motion', 'Stop motion', 1);
insert into learning_commons (school_id, place, hours, offers, updated_at)
values ({1}, 'Up the stairs', '8:00 to 15:30', 'A 3D printer and a green screen', 1);
