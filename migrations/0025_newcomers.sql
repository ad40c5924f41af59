-- Newcomers: five answers, the circles they were told of, and whether it helped. Answers may come before there is an
-- account: then `key` is the SHA-256 of 256 random bits in the address of the answer, and they are kept until
-- `expires_at`. Lists of identifiers and words are texts with spaces between; nothing asks into them.
create table newcomer_links (
    id uuid primary key,
    secret bytea not null unique,
    made_by uuid not null references people (id) on delete cascade,
    answers bigint not null,
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
);

create index newcomer_links_made_by on newcomer_links (made_by, created_at);
create index newcomer_links_expires on newcomer_links (expires_at);

create table newcomers (
    id uuid primary key,
    person_id uuid unique references people (id) on delete cascade,
    key bytea unique,
    link_id uuid references newcomer_links (id) on delete set null,
    name text not null,
    email text not null,
    schools text not null,
    area text not null,
    changes boolean not null,
    days text not null,
    teaches text not null,
    levels text not null,
    interests text not null,
    hopes text not null,
    tells text not null,
    answered_at bigint not null,
    updated_at bigint not null,
    expires_at bigint,
    wanted_at bigint,
    introduced_at bigint,
    buddy_id uuid references people (id) on delete set null,
    buddy_at bigint,
    asked_at bigint,
    helped text constraint newcomers_helped check (helped in ('yes', 'somewhat', 'no')),
    missing text not null,
    said_at bigint
);

create index newcomers_answered on newcomers (answered_at, id);
create index newcomers_expires on newcomers (expires_at) where expires_at is not null;
create index newcomers_wanted on newcomers (wanted_at) where wanted_at is not null and person_id is null;
create index newcomers_email on newcomers (email) where person_id is null;
create index newcomers_buddy on newcomers (buddy_id);
create index newcomers_to_ask on newcomers (introduced_at) where asked_at is null;
create index newcomers_link on newcomers (link_id);

-- circle_id: a series or a network, as kind says.
create table newcomer_circles (
    newcomer_id uuid not null references newcomers (id) on delete cascade,
    place bigint not null,
    kind text not null constraint newcomer_circles_kind check (kind in ('series', 'network')),
    circle_id uuid not null,
    gathering_id uuid references gatherings (id) on delete set null,
    host_id uuid references people (id),
    reasons text not null,
    told_at bigint,
    greeted_at bigint,
    primary key (newcomer_id, place)
);

create index newcomer_circles_host on newcomer_circles (host_id, told_at);
create index newcomer_circles_told on newcomer_circles (told_at);
create index newcomer_circles_gathering on newcomer_circles (gathering_id);

-- Who would gladly be somebody's buddy.
create table buddy_offers (
    person_id uuid primary key references people (id) on delete cascade,
    offered_at bigint not null
);

create index buddy_offers_offered on buddy_offers (offered_at, person_id);
