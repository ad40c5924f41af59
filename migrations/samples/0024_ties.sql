insert into tie_changes (id, gathering_id) values ({71}, {9});
insert into tie_parts (gathering_id, person_id, led, small, year, met_at) values ({9}, {3}, true, true, 2025, 1);
insert into tie_parts (gathering_id, person_id, led, small, year, met_at) values ({9}, {4}, false, true, 2025, 1);
insert into tie_pairs (one, other, year, kind, times, first_at, last_at) values ({3}, {4}, 2025, 'met', 1, 1, 1);
insert into tie_state (id, whole_at, changed_at) values (1, 1, 1);
insert into tie_pictures (year, width, height, lines, points, figures, made_at) values (2025, 1.0, 1.0, '', '[]', '[]', 1);
insert into tie_wishes (person_id, shown, said_at) values ({4}, true, 1);
insert into tie_greetings (id, from_person, to_person, words, sent_at) values ({72}, {3}, {4}, 'Shall we have a coffee?', 1);
