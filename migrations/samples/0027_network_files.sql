insert into resources (id, gathering_id, topic_id, network_id, series_id, title, address, file_id, small_id, name, media, length, width, height,
                       position, added_by, added_at, removed_at, version)
values ({91}, null, null, {41}, null, 'A guide for all', 'https://guide.example', null, null, null, null, null, null, null, 1, {3}, 1, null, 1);
insert into announcement_letters (announcement_id, person_id, sent_at) values ({44}, {3}, 1);
insert into announcement_quiet (network_id, person_id, since) values ({41}, {3}, 1);
