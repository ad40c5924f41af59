insert into runs (gathering_id, now_on, topic_id, minutes, since, ended_at, updated_by, version) values ({9}, 'welcome', null, 3, 1, null, {3}, 1);
insert into run_steps (gathering_id, place, now_on, topic_id, minutes, began_at, ended_at, skipped) values ({9}, 1, 'welcome', null, 3, 1, 2, false);
insert into screens (id, gathering_id, code, secret, made_by, made_at, expires_at) values ({15}, {9}, null, {bytes}, {3}, 1, 2);
