insert into calendar_days (id, school_id, kind, first_date, last_date, name, created_at, updated_at, version)
values ({19}, null, 'break', '2026-12-21', '2027-01-01', 'Winter break', 1, 1, 1),
       ({20}, {1}, 'professional_day', '2026-10-23', '2026-10-23', 'School planning', 1, 1, 1);
insert into series_days_off (series_id, date, reason, of_calendar) values ({8}, '2026-12-23', 'Winter break', true);
