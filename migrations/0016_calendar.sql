-- The days off of the district, or of one school. A series that follows them keeps those it has taken over
-- beside its own days off, so that a changed calendar changes nothing until its hosts say so.
create table calendar_days (
    id uuid primary key,
    school_id uuid references schools (id),
    kind text not null constraint calendar_days_kind check (kind in ('holiday', 'professional_day', 'break')),
    first_date text not null,
    last_date text not null,
    name text not null,
    created_at bigint not null,
    updated_at bigint not null,
    version bigint not null,
    constraint calendar_days_order check (last_date >= first_date)
);

create index calendar_days_last on calendar_days (last_date);

alter table series add column follows_calendar boolean not null default false;

alter table series_days_off add column of_calendar boolean not null default false;
