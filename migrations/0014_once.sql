-- What was posted with a key of its own, so that posting it again does nothing again. The row is
-- written in the transaction of the effect; the answer follows as soon as it is known.
create table once (
    id uuid primary key,
    request uuid not null,
    person_id uuid references people (id) on delete cascade,
    path text not null,
    digest bytea not null,
    at bigint not null,
    status bigint,
    answer text
);

create index once_at on once (at);
