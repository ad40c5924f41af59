insert into roster_schools (sourced_id, school_id, name) values ('s-1', {1}, 'Sample Elementary');
insert into roster_people (sourced_id, person_id, name, email, school_id, held, given, gone_at)
values ('p-1', {4}, 'Ash Sample', 'ash@sample.example', {1}, 'r-1 s-1 teacher 1', 'teacher', null),
       ('p-2', null, 'Sol Sample', '', null, 'r-2 s-1 aide 1', '', 1);
insert into roster_imports (id, person_id, file_id, name, state, report, leave_share, created_at, updated_at)
values ({44}, {4}, null, 'set.zip', 'done', '', 10, 1, 1),
       ({45}, {3}, null, 'delta.zip', 'refused', '', 10, 1, 1);
insert into roster_roles (source, role) values ('aide', 'support_staff');
