-- What can be found, as the search shows it: a copy of what other tables hold, kept by the same
-- transactions and made anew from them at any time. number: where it stands in the order of all (ends, or
-- by name); the words it is found by stand under it in an index that each engine has its own kind of,
-- made by the program. gathering_id and series_id: where it belongs, for whoever is tied to that.
create table search_documents (
    id uuid primary key,
    number bigint not null unique,
    kind text not null constraint search_documents_kind check (kind in (
        'series', 'gathering', 'topic', 'note', 'link', 'file', 'person')),
    gathering_id uuid,
    series_id uuid,
    audience text not null constraint search_documents_audience check (audience in ('public', 'district', 'invited')),
    href text not null,
    title text not null,
    body text not null,
    plain text not null,
    starts_at bigint,
    ends_at bigint,
    cancelled boolean not null,
    digest bigint not null
);

create index search_documents_gathering on search_documents (gathering_id);
create index search_documents_series on search_documents (series_id);
create index search_documents_kind_id on search_documents (kind, id);
