-- Stored objects. A row is written after its object and deleted before it: an object without a row is
-- swept, a row without its object never is.
create table files (
    id uuid primary key,
    kind text not null,
    length bigint not null constraint files_length check (length >= 0),
    sha256 text not null,
    created_at bigint not null
);
