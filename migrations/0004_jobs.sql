-- Work to do later, written in the transaction that wants it done.
create table jobs (
    id uuid primary key,
    kind text not null,
    payload text not null,
    once text unique,
    run_at bigint not null,
    attempts bigint not null default 0,
    locked_by text,
    locked_until bigint,
    last_error text,
    dead_at bigint,
    created_at bigint not null
);

create index jobs_next on jobs (dead_at, run_at);
