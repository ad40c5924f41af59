insert into tie_changes (id, gathering_id, team) values ({73}, {41}, true);
insert into tie_pairs (one, other, year, kind, times, first_at, last_at) values ({3}, {4}, 2025, 'team', 1, 1, 1);
update tie_greetings set gathering_id = {9} where id = {72};
