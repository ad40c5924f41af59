insert into people (id, name, email, school_id, language, ask_me_about, created_at, updated_at, left_at)
values ({3}, 'Wren Sample', 'wren@sample.example', {1}, 'en', 'portfolios', 1, 1, null),
       ({4}, 'Ash Sample', 'ash@sample.example', null, null, '', 1, 1, 2);
insert into person_roles (person_id, role) values ({3}, 'teacher_librarian'), ({3}, 'steward');
