insert into series_parts (series_id, first_date, last_date, title, weekdays, every_weeks, starts, ends, zone, school_id, place, link,
                          capacity, welcome_minutes, close_minutes)
values ({8}, '2025-10-07', '2026-01-06', 'Coffee', 'tue', 1, '12:05', '12:45', 'America/Vancouver', {1}, 'LLC', null, 12, 3, 2);
