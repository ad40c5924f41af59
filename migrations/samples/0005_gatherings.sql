insert into series (id, title, about, weekdays, every_weeks, first_date, last_date, starts, ends, zone, school_id, place, link,
                    audience, capacity, welcome_minutes, close_minutes, created_by, created_at, updated_at, version)
values ({8}, 'Coffee', '', 'wed', 1, '2026-01-07', '2026-03-11', '12:05', '12:45', 'America/Vancouver', {1}, 'LLC', null,
        'district', 12, 3, 2, {3}, 1, 1, 1);
insert into series_days_off (series_id, date, reason) values ({8}, '2026-02-18', 'Reading week');
insert into series_hosts (series_id, person_id) values ({8}, {3});
insert into series_invited (series_id, person_id, invited_at) values ({8}, {4}, 1);
insert into gatherings (id, series_id, rule_date, title, about, date, starts, ends, zone, starts_at, ends_at, school_id, place, link,
                        audience, capacity, welcome_minutes, close_minutes, state, moved, note, created_by, created_at, updated_at, version)
values ({9}, {8}, '2026-01-07', 'Coffee', '', '2026-01-07', '12:05', '12:45', 'America/Vancouver', 1, 2, {1}, 'LLC', null,
        'district', 12, 3, 2, 'planned', false, null, {3}, 1, 1, 1),
       ({10}, {8}, '2026-01-14', 'Coffee', '', '2026-01-15', '12:05', '12:45', 'America/Vancouver', 3, 4, {1}, 'LLC', null,
        'district', 12, 3, 2, 'cancelled', true, 'Snow', {3}, 1, 1, 1);
insert into gathering_hosts (gathering_id, person_id) values ({9}, {3});
insert into gathering_invited (gathering_id, person_id, invited_at) values ({9}, {4}, 1);
