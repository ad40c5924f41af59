-- What stays of a gathering: notes, links and files, of a topic or of the gathering itself. What belongs
-- to a topic has no gathering of its own, so that it goes where the topic is carried. series_id is that of
-- the gathering or topic, so that a season is read at once.
create table notes (
    id uuid primary key,
    gathering_id uuid references gatherings (id) on delete cascade,
    topic_id uuid references topics (id) on delete cascade,
    series_id uuid references series (id) on delete cascade,
    text text not null,
    updated_by uuid not null references people (id),
    updated_at bigint not null,
    version bigint not null,
    constraint notes_of check ((gathering_id is null) <> (topic_id is null)),
    unique (gathering_id),
    unique (topic_id)
);

create index notes_series on notes (series_id);

-- A link has an address, a file its object, what it is called where it is saved, and for a picture a
-- small one and its size in pixels. Removed ones stay for a while, for whoever takes it back.
create table resources (
    id uuid primary key,
    gathering_id uuid references gatherings (id) on delete cascade,
    topic_id uuid references topics (id) on delete cascade,
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
    constraint resources_of check ((gathering_id is null) <> (topic_id is null)),
    constraint resources_kind check ((address is null) <> (file_id is null))
);

create index resources_gathering on resources (gathering_id);
create index resources_topic on resources (topic_id);
create index resources_series on resources (series_id);
create index resources_removed on resources (removed_at);

-- What of a gathering a person was sent last: digest is the SHA-256 of the content.
create table mailings (
    gathering_id uuid not null references gatherings (id) on delete cascade,
    person_id uuid not null references people (id) on delete cascade,
    digest text not null,
    sent_at bigint not null,
    primary key (gathering_id, person_id)
);

create index mailings_person on mailings (person_id);

-- Coffee and treats: what is wished for and how many of it; who brings it, and how many.
create table treats (
    id uuid primary key,
    gathering_id uuid not null references gatherings (id) on delete cascade,
    series_id uuid references series (id) on delete cascade,
    title text not null,
    wanted bigint not null constraint treats_wanted check (wanted between 1 and 99),
    added_by uuid not null references people (id),
    added_at bigint not null,
    removed_at bigint,
    version bigint not null
);

create index treats_gathering on treats (gathering_id);
create index treats_series on treats (series_id);

create table treat_claims (
    treat_id uuid not null references treats (id) on delete cascade,
    person_id uuid not null references people (id) on delete cascade,
    many bigint not null constraint treat_claims_many check (many between 1 and 99),
    claimed_at bigint not null,
    primary key (treat_id, person_id)
);

create index treat_claims_person on treat_claims (person_id);
