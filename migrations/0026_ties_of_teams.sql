-- School teams tie people, too. Where `team` says so, gathering_id is the team that was looked at.
alter table tie_changes add column team boolean not null default false;
alter table tie_parts add column team boolean not null default false;

-- team: sat in the same school team. A check is changed by making the table anew.
create table tie_pairs_wider (
    one uuid not null,
    other uuid not null,
    year bigint not null,
    kind text not null constraint tie_pairs_kind check (kind in ('met', 'shared', 'team')),
    times bigint not null,
    first_at bigint not null,
    last_at bigint not null,
    primary key (one, other, year, kind),
    constraint tie_pairs_order check (one < other)
);

insert into tie_pairs_wider (one, other, year, kind, times, first_at, last_at)
select one, other, year, kind, times, first_at, last_at from tie_pairs;

drop table tie_pairs;

alter table tie_pairs_wider rename to tie_pairs;

create index tie_pairs_other on tie_pairs (other, year);
create index tie_pairs_year on tie_pairs (year, one, other);

-- All is looked at again at the next start: the teams that are there were not.
update tie_state set whole_at = null;

drop index team_members_since;

-- Where the letter invites to a gathering, which; `words` is empty then.
alter table tie_greetings add column gathering_id uuid references gatherings (id) on delete cascade;

create index tie_greetings_gathering on tie_greetings (gathering_id);
