-- A gathering under way: what is on, since when, and how many minutes it has. Everything before it stands
-- in run_steps, the last on top, so that going back is taking the top off. version rises with each move.
create table runs (
    gathering_id uuid primary key references gatherings (id) on delete cascade,
    now_on text not null constraint runs_now_on check (now_on in ('welcome', 'topic', 'close')),
    topic_id uuid references topics (id) on delete set null,
    minutes bigint not null constraint runs_minutes check (minutes between 0 and 1440),
    since bigint not null,
    ended_at bigint,
    updated_by uuid not null references people (id),
    version bigint not null
);

create table run_steps (
    gathering_id uuid not null references gatherings (id) on delete cascade,
    place bigint not null,
    now_on text not null constraint run_steps_now_on check (now_on in ('welcome', 'topic', 'close')),
    topic_id uuid references topics (id) on delete set null,
    minutes bigint not null,
    began_at bigint not null,
    ended_at bigint not null,
    skipped boolean not null,
    primary key (gathering_id, place)
);

-- Computers that show a gathering without anyone signed in. code: SHA-256 of the characters a host reads
-- out, good once and for a quarter of an hour; secret: SHA-256 of what the computer's cookie holds since.
create table screens (
    id uuid primary key,
    gathering_id uuid not null references gatherings (id) on delete cascade,
    code bytea,
    secret bytea unique,
    made_by uuid not null references people (id),
    made_at bigint not null,
    expires_at bigint not null
);

create index screens_gathering on screens (gathering_id);
create index screens_code on screens (code);
