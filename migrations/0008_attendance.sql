-- The ledger: who was there. series_id repeats the gathering's, so that a season is read at once.
create table attendances (
    gathering_id uuid not null references gatherings (id) on delete cascade,
    series_id uuid references series (id) on delete cascade,
    person_id uuid not null references people (id) on delete cascade,
    state text not null constraint attendances_state check (state in ('came', 'excused', 'absent')),
    walk_in boolean not null,
    said_by text not null constraint attendances_said_by check (said_by in ('self', 'host')),
    recorded_by uuid not null references people (id),
    recorded_at bigint not null,
    primary key (gathering_id, person_id)
);

create index attendances_person on attendances (person_id);
create index attendances_series on attendances (series_id);

create table headcounts (
    gathering_id uuid primary key references gatherings (id) on delete cascade,
    series_id uuid references series (id) on delete cascade,
    guests bigint not null constraint headcounts_guests check (guests between 0 and 10000),
    recorded_by uuid not null references people (id),
    recorded_at bigint not null
);

create index headcounts_series on headcounts (series_id);
