insert into people (id, name, email, school_id, language, ask_me_about, sought, created_at, updated_at, left_at)
values ({3}, 'Wren Sample', 'wren@sample.example', {1}, 'en', 'portfolios', 'wren sample portfolios', 1, 1, null),
       ({4}, 'Ash Sample', 'ash@sample.example', null, null, '', 'ash sample', 1, 1, 2);
insert into person_roles (person_id, role) values ({3}, 'teacher_librarian'), ({3}, 'steward');
