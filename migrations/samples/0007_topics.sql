insert into topics (id, gathering_id, series_id, person_id, title, about, tags, minutes, state, declined_why, carried, created_at, updated_at, version)
values ({11}, {9}, {8}, {4}, 'Digital portfolios', '', 'portfolios, assessment', 10, 'proposed', null, 1, 1, 1, 1);
insert into keen (topic_id, person_id, hear, share, said_at) values ({11}, {3}, true, false, 1);
insert into topic_carries (topic_id, from_gathering, to_gathering, carried_at) values ({11}, {10}, {9}, 1);
insert into agendas (gathering_id, published_at, kept, updated_by, since, updated_at, version) values ({9}, 1, true, {3}, 0, 1, 1);
insert into agenda_topics (gathering_id, topic_id, pin, position, published, told_at) values ({9}, {11}, 'in', 1, 1, 1);
