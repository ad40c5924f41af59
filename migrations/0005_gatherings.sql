-- Series make gatherings; gatherings also stand alone.
create table series (
    id uuid primary key,
    title text not null,
    about text not null,
    weekdays text not null,
    every_weeks bigint not null constraint series_every check (every_weeks between 1 and 8),
    first_date text not null,
    last_date text not null,
    starts text not null,
    ends text not null,
    zone text not null,
    school_id uuid references schools (id),
    place text not null,
    link text,
    audience text not null constraint series_audience check (audience in ('public', 'district', 'invited')),
    capacity bigint constraint series_capacity check (capacity > 0),
    welcome_minutes bigint not null,
    close_minutes bigint not null,
    created_by uuid not null references people (id),
    created_at bigint not null,
    updated_at bigint not null,
    version bigint not null
);

create table series_days_off (
    series_id uuid not null references series (id) on delete cascade,
    date text not null,
    reason text not null,
    primary key (series_id, date)
);

create table series_hosts (
    series_id uuid not null references series (id) on delete cascade,
    person_id uuid not null references people (id),
    primary key (series_id, person_id)
);

create index series_hosts_person on series_hosts (person_id);

create table series_invited (
    series_id uuid not null references series (id) on delete cascade,
    person_id uuid not null references people (id),
    invited_at bigint not null,
    primary key (series_id, person_id)
);

create index series_invited_person on series_invited (person_id);

-- rule_date is the date the series' rule gave; a moved gathering keeps it. A gathering that stands
-- alone has no series, and its own hosts, audience and invited people.
create table gatherings (
    id uuid primary key,
    series_id uuid references series (id) on delete cascade,
    rule_date text,
    title text not null,
    about text not null,
    date text not null,
    starts text not null,
    ends text not null,
    zone text not null,
    starts_at bigint not null,
    ends_at bigint not null,
    school_id uuid references schools (id),
    place text not null,
    link text,
    audience text not null constraint gatherings_audience check (audience in ('public', 'district', 'invited')),
    capacity bigint constraint gatherings_capacity check (capacity > 0),
    welcome_minutes bigint not null,
    close_minutes bigint not null,
    state text not null constraint gatherings_state check (state in ('planned', 'cancelled')),
    moved boolean not null,
    note text,
    created_by uuid not null references people (id),
    created_at bigint not null,
    updated_at bigint not null,
    version bigint not null,
    constraint gatherings_order check (ends_at > starts_at),
    unique (series_id, rule_date)
);

create index gatherings_starts on gatherings (starts_at);

create table gathering_hosts (
    gathering_id uuid not null references gatherings (id) on delete cascade,
    person_id uuid not null references people (id),
    primary key (gathering_id, person_id)
);

create index gathering_hosts_person on gathering_hosts (person_id);

create table gathering_invited (
    gathering_id uuid not null references gatherings (id) on delete cascade,
    person_id uuid not null references people (id),
    invited_at bigint not null,
    primary key (gathering_id, person_id)
);

create index gathering_invited_person on gathering_invited (person_id);
