-- How people prove who they are. Secrets are kept as SHA-256 of 256 random bits, passwords as argon2id.
create table passwords (
    person_id uuid primary key references people (id) on delete cascade,
    hash text not null,
    changed_at bigint not null
);

create table sign_in_links (
    secret bytea primary key,
    person_id uuid not null references people (id) on delete cascade,
    next text,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);

create index sign_in_links_person on sign_in_links (person_id);

create table sessions (
    id uuid primary key,
    secret bytea not null unique,
    person_id uuid not null references people (id) on delete cascade,
    browser text not null,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null
);

create index sessions_person on sessions (person_id);

create table tokens (
    id uuid primary key,
    secret bytea not null unique,
    person_id uuid not null references people (id) on delete cascade,
    name text not null,
    scope text not null constraint tokens_scope check (scope in ('read', 'write')),
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);

create index tokens_person on tokens (person_id);

-- Attempts to sign in, by what is limited (an address, a visitor); swept after a day.
create table attempts (
    subject text not null,
    at bigint not null
);

create index attempts_subject on attempts (subject, at);
