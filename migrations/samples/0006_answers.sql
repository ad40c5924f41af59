insert into series_answers (series_id, person_id, answer, answered_at) values ({8}, {4}, 'yes', 1);
insert into answers (gathering_id, series_id, person_id, answer, own, excuse, answered_at, waiting_since) values ({9}, {8}, {4}, 'waiting', false, null, 1, 1);
