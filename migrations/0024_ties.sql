-- Who met whom, made from the ledger by the program and at any time made anew from it: nothing here is true
-- by itself, so nothing refers to the tables it comes from. tie_changes: gatherings of which something
-- changed, to be looked at again. tie_parts: who was there when last looked. led: hosted or shared a topic;
-- small: so few came that all of them met. year: the school year, by the autumn it begins in.
create table tie_changes (
    id uuid primary key,
    gathering_id uuid not null
);

create table tie_parts (
    gathering_id uuid not null,
    person_id uuid not null,
    led boolean not null,
    small boolean not null,
    year bigint not null,
    met_at bigint not null,
    primary key (gathering_id, person_id)
);

create index tie_parts_person on tie_parts (person_id, year);
create index tie_parts_year on tie_parts (year, person_id);

-- one is the lower identifier. met: came to the same gathering; shared: one of them led it.
create table tie_pairs (
    one uuid not null,
    other uuid not null,
    year bigint not null,
    kind text not null constraint tie_pairs_kind check (kind in ('met', 'shared')),
    times bigint not null,
    first_at bigint not null,
    last_at bigint not null,
    primary key (one, other, year, kind),
    constraint tie_pairs_order check (one < other)
);

create index tie_pairs_other on tie_pairs (other, year);
create index tie_pairs_year on tie_pairs (year, one, other);

-- whole: when all of the ledger was last looked at. changed_at: when a pair changed last.
-- called_at: when those on the edge were invited last.
create table tie_state (
    id bigint primary key constraint tie_state_one check (id = 1),
    whole_at bigint,
    called_at bigint,
    changed_at bigint not null
);

-- A school year drawn: the lines of all ties as a path, who stands where as JSON, and what may be told of it.
create table tie_pictures (
    year bigint primary key,
    width double precision not null,
    height double precision not null,
    lines text not null,
    points text not null,
    figures text not null,
    made_at bigint not null
);

-- What a person says of being shown to others with their name.
create table tie_wishes (
    person_id uuid primary key references people (id) on delete cascade,
    shown boolean not null,
    said_at bigint not null
);

create index tie_wishes_shown on tie_wishes (person_id) where shown;

-- A short letter to somebody one might like to meet; for its limits.
create table tie_greetings (
    id uuid primary key,
    from_person uuid not null references people (id) on delete cascade,
    to_person uuid not null references people (id) on delete cascade,
    words text not null,
    sent_at bigint not null
);

create index tie_greetings_from on tie_greetings (from_person, sent_at);
create index tie_greetings_to on tie_greetings (to_person);
