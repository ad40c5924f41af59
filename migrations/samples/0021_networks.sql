insert into networks (id, name, sought, about, joining, audience, led_by, members, created_by, created_at, updated_at, closed_at, version)
values ({41}, 'Sample Network', 'sample network', 'We try things.', 'request', 'district', 'leads', 1, {3}, 1, 1, null, 1);
insert into network_members (network_id, person_id, role, joined_at, left_at, removed_by)
values ({41}, {3}, 'lead', 1, null, null), ({41}, {4}, 'member', 1, 2, {3});
insert into network_calls (network_id, person_id, kind, word, role, made_by, made_at)
values ({41}, {4}, 'invitation', 'Come along.', null, {3}, 1), ({41}, {3}, 'request', 'May I?', null, {3}, 1);
