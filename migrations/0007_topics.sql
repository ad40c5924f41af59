-- Topics people propose, who is keen, and the agenda fitted from them. series_id is that of the
-- gathering, which a topic keeps when it is carried over within the series.
create table topics (
    id uuid primary key,
    gathering_id uuid not null references gatherings (id) on delete cascade,
    series_id uuid references series (id) on delete cascade,
    person_id uuid not null references people (id),
    title text not null,
    about text not null,
    tags text not null,
    minutes bigint not null constraint topics_minutes check (minutes between 1 and 240),
    state text not null constraint topics_state check (state in ('proposed', 'shared', 'left', 'declined', 'withdrawn')),
    declined_why text,
    carried bigint not null,
    created_at bigint not null,
    updated_at bigint not null,
    version bigint not null
);

create index topics_gathering on topics (gathering_id, state);
create index topics_series on topics (series_id);
create index topics_person on topics (person_id);

create table keen (
    topic_id uuid not null references topics (id) on delete cascade,
    person_id uuid not null references people (id) on delete cascade,
    hear boolean not null,
    share boolean not null,
    said_at bigint not null,
    primary key (topic_id, person_id)
);

create index keen_person on keen (person_id);

-- Each time a topic was carried from one gathering to a later one.
create table topic_carries (
    topic_id uuid not null references topics (id) on delete cascade,
    from_gathering uuid not null references gatherings (id) on delete cascade,
    to_gathering uuid not null references gatherings (id) on delete cascade,
    carried_at bigint not null,
    primary key (topic_id, from_gathering)
);

create index topic_carries_from on topic_carries (from_gathering);

create index topic_carries_to on topic_carries (to_gathering);

-- kept: the order in agenda_topics stands, because a host moved something or published it; otherwise
-- the agenda is fitted anew each time it is looked at. since: the version before the run of changes
-- that updated_by made last; a form of that person that knows a version from then on is not stale.
create table agendas (
    gathering_id uuid primary key references gatherings (id) on delete cascade,
    published_at bigint,
    kept boolean not null,
    updated_by uuid not null references people (id),
    since bigint not null,
    updated_at bigint not null,
    version bigint not null
);

-- pin: the host's word before fitting. position: the speaking order the host works on, published: the
-- one that members see; null where the topic is not on it. told_at: when its proposer was told.
create table agenda_topics (
    gathering_id uuid not null references gatherings (id) on delete cascade,
    topic_id uuid not null references topics (id) on delete cascade,
    pin text constraint agenda_topics_pin check (pin in ('in', 'out')),
    position bigint,
    published bigint,
    told_at bigint,
    primary key (gathering_id, topic_id)
);

create index agenda_topics_topic on agenda_topics (topic_id);
