insert into passwords (person_id, hash, changed_at) values ({3}, 'hash', 1);
insert into sign_in_links (secret, person_id, next, created_at, expires_at, used_at) values ({bytes}, {3}, '/', 1, 2, null);
insert into sessions (id, secret, person_id, browser, created_at, seen_at, expires_at) values ({5}, {bytes}, {3}, 'Firefox', 1, 1, 2);
insert into tokens (id, secret, person_id, name, scope, created_at, expires_at, used_at) values ({6}, {bytes}, {3}, 'sheet', 'read', 1, 2, null);
insert into attempts (subject, at) values ('address wren@sample.example', 1);
