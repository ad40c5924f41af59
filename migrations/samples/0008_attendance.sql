insert into attendances (gathering_id, series_id, person_id, state, walk_in, said_by, recorded_by, recorded_at) values ({9}, {8}, {4}, 'came', false, 'host', {3}, 1);
insert into headcounts (gathering_id, series_id, guests, recorded_by, recorded_at) values ({9}, {8}, 3, {3}, 1);
