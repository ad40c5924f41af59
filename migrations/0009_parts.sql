-- The parts a series had before the rule it has now, as "from here on" made them. What it has now stands
-- with the series, from rule_from on; first_date stays the first day of the whole.
alter table series add column rule_from text not null default '';
update series set rule_from = first_date;

create table series_parts (
    series_id uuid not null references series (id) on delete cascade,
    first_date text not null,
    last_date text not null,
    title text not null,
    weekdays text not null,
    every_weeks bigint not null constraint series_parts_every check (every_weeks between 1 and 8),
    starts text not null,
    ends text not null,
    zone text not null,
    school_id uuid references schools (id),
    place text not null,
    link text,
    capacity bigint constraint series_parts_capacity check (capacity > 0),
    welcome_minutes bigint not null,
    close_minutes bigint not null,
    primary key (series_id, first_date)
);
