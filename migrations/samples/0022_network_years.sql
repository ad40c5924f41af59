insert into network_years (id, network_id, title, first_date, last_date, created_by, created_at, updated_at, archived_at)
values ({42}, {41}, '2025-26', '2025-09-01', '2026-06-30', {3}, 1, 1, null);
insert into milestones (id, year_id, position, title, date, gathering_id) values ({43}, {42}, 1, 'First gathering', '2026-01-07', {9});
insert into network_series (network_id, series_id, added_by, added_at) values ({41}, {8}, {3}, 1);
insert into network_gatherings (network_id, gathering_id, added_by, added_at) values ({41}, {9}, {3}, 1);
insert into announcements (id, network_id, title, text, written_by, written_at, removed_at)
values ({44}, {41}, 'Kits are back', 'Come and fetch one.', {3}, 1, null);
insert into announcement_reads (announcement_id, person_id, read_at) values ({44}, {3}, 2);
insert into team_seats (network_id, role) values ({41}, 'teacher_librarian');
insert into teams (id, year_id, school_id, confirmed, created_by, created_at, reminded_at, removed_at)
values ({45}, {42}, {1}, true, {3}, 1, null, null);
insert into team_members (team_id, role, person_id, state, set_by, set_at) values ({45}, 'teacher_librarian', {3}, 'in', {3}, 1);
