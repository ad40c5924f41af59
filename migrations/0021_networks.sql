-- A network: people with a purpose, led by some of them or by a chair. members is how many there are now,
-- counted again by each transaction that changes them: a list of networks would else count everyone.
create table networks (
    id uuid primary key,
    name text not null,
    sought text not null unique,
    about text not null,
    joining text not null constraint networks_joining check (joining in ('open', 'request', 'invitation')),
    audience text not null constraint networks_audience check (audience in ('public', 'district', 'network')),
    led_by text not null constraint networks_led_by check (led_by in ('leads', 'chair')),
    members bigint not null,
    created_by uuid not null references people (id),
    created_at bigint not null,
    updated_at bigint not null,
    closed_at bigint,
    version bigint not null
);

-- Who is in it, and who was: a row with left_at is history, and the way back.
create table network_members (
    network_id uuid not null references networks (id) on delete cascade,
    person_id uuid not null references people (id),
    role text not null constraint network_members_role check (role in ('lead', 'committee', 'member')),
    joined_at bigint not null,
    left_at bigint,
    removed_by uuid references people (id),
    primary key (network_id, person_id)
);

create index network_members_person on network_members (person_id);
create index network_members_leads on network_members (network_id) where role = 'lead' and left_at is null;

-- What waits for somebody's word: a person asks to join, is invited, or is asked to take over a lead.
-- role: what the giver of a lead becomes; nothing when they leave.
create table network_calls (
    network_id uuid not null references networks (id) on delete cascade,
    person_id uuid not null references people (id),
    kind text not null constraint network_calls_kind check (kind in ('request', 'invitation', 'handover')),
    word text not null,
    role text constraint network_calls_role check (role in ('committee', 'member')),
    made_by uuid not null references people (id),
    made_at bigint not null,
    primary key (network_id, person_id, kind)
);

create index network_calls_person on network_calls (person_id);

-- Networks can be found too. Neither engine changes a check in the same words, so the table is made again
-- with its rows; the index of words beside it stays, since the numbers stay.
create table search_documents_wider (
    id uuid primary key,
    number bigint not null unique,
    kind text not null constraint search_documents_kinds check (kind in (
        'series', 'gathering', 'topic', 'note', 'link', 'file', 'person', 'network')),
    gathering_id uuid,
    series_id uuid,
    audience text not null constraint search_documents_audiences check (audience in ('public', 'district', 'invited')),
    href text not null,
    title text not null,
    body text not null,
    plain text not null,
    starts_at bigint,
    ends_at bigint,
    cancelled boolean not null,
    digest bigint not null
);
insert into search_documents_wider (id, number, kind, gathering_id, series_id, audience, href, title, body, plain,
                                    starts_at, ends_at, cancelled, digest)
select id, number, kind, gathering_id, series_id, audience, href, title, body, plain, starts_at, ends_at, cancelled, digest
from search_documents;
drop table search_documents;
alter table search_documents_wider rename to search_documents;

create index search_documents_gathering on search_documents (gathering_id);
create index search_documents_series on search_documents (series_id);
create index search_documents_kind_id on search_documents (kind, id);
