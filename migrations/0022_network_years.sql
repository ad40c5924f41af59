-- A year of a network, with its milestones; archived ones stay to be read. title: as people call it.
create table network_years (
    id uuid primary key,
    network_id uuid not null references networks (id) on delete cascade,
    title text not null,
    first_date text not null,
    last_date text not null,
    created_by uuid not null references people (id),
    created_at bigint not null,
    updated_at bigint not null,
    archived_at bigint,
    constraint network_years_order check (last_date >= first_date)
);

create index network_years_network on network_years (network_id, first_date);

create table milestones (
    id uuid primary key,
    year_id uuid not null references network_years (id) on delete cascade,
    position bigint not null,
    title text not null,
    date text,
    gathering_id uuid references gatherings (id) on delete set null
);

create index milestones_year on milestones (year_id, position);
create index milestones_gathering on milestones (gathering_id);

-- The series and single gatherings of a network. Where one is for invited people, the members are invited to
-- it, and whoever comes into the network later.
create table network_series (
    network_id uuid not null references networks (id) on delete cascade,
    series_id uuid not null references series (id) on delete cascade,
    added_by uuid not null references people (id),
    added_at bigint not null,
    primary key (network_id, series_id)
);

create index network_series_series on network_series (series_id);

create table network_gatherings (
    network_id uuid not null references networks (id) on delete cascade,
    gathering_id uuid not null references gatherings (id) on delete cascade,
    added_by uuid not null references people (id),
    added_at bigint not null,
    primary key (network_id, gathering_id)
);

create index network_gatherings_gathering on network_gatherings (gathering_id);

create table announcements (
    id uuid primary key,
    network_id uuid not null references networks (id) on delete cascade,
    title text not null,
    text text not null,
    written_by uuid not null references people (id),
    written_at bigint not null,
    removed_at bigint
);

create index announcements_network on announcements (network_id, written_at);

create table announcement_reads (
    announcement_id uuid not null references announcements (id) on delete cascade,
    person_id uuid not null references people (id),
    read_at bigint not null,
    primary key (announcement_id, person_id)
);

create index announcement_reads_person on announcement_reads (person_id);

-- Who makes up a school team of a network: one person for each of these roles. A network without any has no teams.
create table team_seats (
    network_id uuid not null references networks (id) on delete cascade,
    role text not null,
    primary key (network_id, role)
);

create table teams (
    id uuid primary key,
    year_id uuid not null references network_years (id) on delete cascade,
    school_id uuid not null references schools (id),
    confirmed boolean not null,
    created_by uuid not null references people (id),
    created_at bigint not null,
    reminded_at bigint,
    removed_at bigint,
    unique (year_id, school_id)
);

create index teams_school on teams (school_id);

-- Who sits where; `asked` until they say yes.
create table team_members (
    team_id uuid not null references teams (id) on delete cascade,
    role text not null,
    person_id uuid not null references people (id),
    state text not null constraint team_members_state check (state in ('asked', 'in')),
    set_by uuid not null references people (id),
    set_at bigint not null,
    primary key (team_id, role)
);

create index team_members_person on team_members (person_id);
create index team_members_since on team_members (set_at);
