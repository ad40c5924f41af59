-- One answer for the whole series, and one for each gathering: what a person said of the gathering
-- itself (own) wins over what follows from the series. series_id repeats the gathering's, so that the
-- answers of a series are one query of these tables alone; a gathering never changes its series.
create table series_answers (
    series_id uuid not null references series (id) on delete cascade,
    person_id uuid not null references people (id) on delete cascade,
    answer text not null constraint series_answers_answer check (answer in ('yes', 'no', 'maybe')),
    answered_at bigint not null,
    primary key (series_id, person_id)
);

create index series_answers_person on series_answers (person_id);

create table answers (
    gathering_id uuid not null references gatherings (id) on delete cascade,
    series_id uuid references series (id) on delete cascade,
    person_id uuid not null references people (id) on delete cascade,
    answer text not null constraint answers_answer check (answer in ('yes', 'no', 'maybe', 'waiting')),
    own boolean not null,
    excuse text,
    answered_at bigint not null,
    waiting_since bigint,
    primary key (gathering_id, person_id)
);

create index answers_person on answers (person_id);
create index answers_series on answers (series_id, person_id);
create index answers_queue on answers (gathering_id, answer, waiting_since);
