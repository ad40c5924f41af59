-- The district (one row: a district is a database) and its schools. `sought` is what a school is found
-- and sorted by: its name and city without case and accents, which no engine folds like the other.
create table district (
    id bigint primary key constraint district_one check (id = 1),
    name text not null,
    language text not null constraint district_language check (language in ('en', 'fr')),
    zone text not null,
    created_at bigint not null
);

create table schools (
    id uuid primary key,
    source_key text unique,
    name text not null,
    level text constraint schools_level check (level in ('elementary', 'middle', 'secondary', 'combined')),
    district text,
    address text,
    city text,
    postal_code text,
    latitude double precision,
    longitude double precision,
    sought text not null,
    created_at bigint not null,
    updated_at bigint not null
);

create index schools_sought on schools (sought, id);
