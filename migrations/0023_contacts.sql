-- A private book of people and organisations outside: its owner's alone. Lists are lines of a text.
-- `sorted` is the name without case and accents; `before` is what stood there before the last change (JSON),
-- to take it back; `import_id` is the import that wrote the row last.
create table contacts (
    id uuid primary key,
    owner_id uuid not null references people (id),
    kind text not null constraint contacts_kind check (kind in ('person', 'organisation')),
    name text not null,
    sorted text not null,
    organisation text not null,
    title text not null,
    emails text not null,
    phones text not null,
    links text not null,
    met text not null,
    about text not null,
    notes text not null,
    next_step text not null,
    next_date text,
    reminded_date text,
    touched_date text,
    import_id uuid,
    before text,
    created_at bigint not null,
    updated_at bigint not null,
    removed_at bigint,
    version bigint not null
);

create index contacts_name on contacts (owner_id, sorted, id);
create index contacts_removed on contacts (removed_at) where removed_at is not null;

create table contact_categories (
    owner_id uuid not null references people (id),
    category text not null,
    contact_id uuid not null references contacts (id) on delete cascade,
    primary key (owner_id, category, contact_id)
);

create index contact_categories_contact on contact_categories (contact_id);

-- What a contact is found by in its owner's book: folded words, and `e:` before an e-mail address.
create table contact_words (
    owner_id uuid not null references people (id),
    word text not null,
    contact_id uuid not null references contacts (id) on delete cascade,
    primary key (owner_id, word, contact_id)
);

create index contact_words_contact on contact_words (contact_id);

-- A file that was read and is looked at before it is taken over (JSON).
create table contact_imports (
    id uuid primary key,
    owner_id uuid not null references people (id),
    content text not null,
    taken_at bigint,
    created_at bigint not null
);

create index contact_imports_owner on contact_imports (owner_id);
create index contact_imports_created on contact_imports (created_at);

-- Somebody who may be asked to speak, as a colleague offers them: only what is public about them, and nothing
-- that leads to anybody's book. Without a network it is for the district.
create table speakers (
    id uuid primary key,
    offered_by uuid not null references people (id),
    network_id uuid,
    name text not null,
    sorted text not null,
    sought text not null,
    organisation text not null,
    link text not null,
    topics text not null,
    fee text not null,
    note text not null,
    offered_at bigint not null,
    updated_at bigint not null,
    withdrawn_at bigint,
    version bigint not null
);

create index speakers_listed on speakers (sorted, id) where withdrawn_at is null;
create index speakers_offered on speakers (offered_by);

-- Who heard them, and when.
create table speaker_hearers (
    speaker_id uuid not null references speakers (id) on delete cascade,
    person_id uuid not null references people (id),
    heard_at bigint not null,
    primary key (speaker_id, person_id)
);

create index speaker_hearers_person on speaker_hearers (person_id);
