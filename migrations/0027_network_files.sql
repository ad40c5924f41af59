-- A network has a shelf of its own: links and files that are of no gathering. Neither engine changes a check in
-- the same words, so the table is made again with its rows; nothing refers to it.
create table resources_wider (
    id uuid primary key,
    gathering_id uuid references gatherings (id) on delete cascade,
    topic_id uuid references topics (id) on delete cascade,
    network_id uuid references networks (id) on delete cascade,
    series_id uuid references series (id) on delete cascade,
    title text not null,
    address text,
    file_id uuid references files (id),
    small_id uuid references files (id),
    name text,
    media text,
    length bigint,
    width bigint,
    height bigint,
    position bigint not null,
    added_by uuid not null references people (id),
    added_at bigint not null,
    removed_at bigint,
    version bigint not null,
    constraint resources_of_one check (
        case when gathering_id is null then 0 else 1 end + case when topic_id is null then 0 else 1 end
        + case when network_id is null then 0 else 1 end = 1),
    constraint resources_link_or_file check ((address is null) <> (file_id is null))
);
insert into resources_wider (id, gathering_id, topic_id, network_id, series_id, title, address, file_id, small_id, name, media,
                             length, width, height, position, added_by, added_at, removed_at, version)
select id, gathering_id, topic_id, null, series_id, title, address, file_id, small_id, name, media,
       length, width, height, position, added_by, added_at, removed_at, version
from resources;
drop table resources;
alter table resources_wider rename to resources;

create index resources_gathering on resources (gathering_id);
create index resources_topic on resources (topic_id);
create index resources_network on resources (network_id);
create index resources_series on resources (series_id);
create index resources_removed on resources (removed_at);

-- Who was written a letter with an announcement, so that nobody gets it twice.
create table announcement_letters (
    announcement_id uuid not null references announcements (id) on delete cascade,
    person_id uuid not null references people (id),
    sent_at bigint not null,
    primary key (announcement_id, person_id)
);

create index announcement_letters_person on announcement_letters (person_id);

-- Who wants no letters with what a network announces.
create table announcement_quiet (
    network_id uuid not null references networks (id) on delete cascade,
    person_id uuid not null references people (id),
    since bigint not null,
    primary key (network_id, person_id)
);

create index announcement_quiet_person on announcement_quiet (person_id);
