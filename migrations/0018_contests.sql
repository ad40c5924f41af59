-- A person's word against a line of their record. A decided one stays, as the history of the line.
create table contests (
    id uuid primary key,
    gathering_id uuid not null references gatherings (id) on delete cascade,
    person_id uuid not null references people (id) on delete cascade,
    mark text not null constraint contests_mark check (mark in ('came', 'excused', 'absent', 'none')),
    claim text not null constraint contests_claim check (claim in ('came', 'excused')),
    why text not null,
    opened_at bigint not null,
    outcome text constraint contests_outcome check (outcome in ('corrected', 'kept', 'withdrawn')),
    decided_by uuid references people (id),
    answer text not null,
    decided_at bigint
);

create index contests_person on contests (person_id);
create index contests_line on contests (gathering_id, person_id);
-- One at a time of each line.
create unique index contests_open on contests (gathering_id, person_id) where outcome is null;
create index contests_waiting on contests (opened_at) where outcome is null;
