-- What a person says of themselves: field by field, each with who may see it. `words` is what was written; of the
-- fields that are lists the entries stand in profile_tags. No check holds the audiences: a network will be one, and
-- what the program does not know it takes for `me`. What to ask about stands in people.ask_me_about while colleagues
-- may see it, since lists and pickers show it, and here while they may not.
create table profile_fields (
    person_id uuid not null references people (id) on delete cascade,
    field text not null constraint profile_fields_field check (field in (
        'ask', 'skills', 'subjects', 'grades', 'tools', 'shares', 'learns', 'languages',
        'about', 'pronouns', 'links', 'photo')),
    audience text not null,
    words text not null,
    primary key (person_id, field)
);

-- tag: the label without case and accents, a grade or the code of a language; place: in the order they were written.
create table profile_tags (
    person_id uuid not null references people (id) on delete cascade,
    field text not null constraint profile_tags_field check (field in (
        'skills', 'subjects', 'grades', 'tools', 'shares', 'learns', 'languages')),
    tag text not null,
    label text not null,
    place bigint not null,
    primary key (person_id, field, tag)
);

create table profile_photos (
    person_id uuid primary key references people (id) on delete cascade,
    file_id uuid not null references files (id),
    small_id uuid not null references files (id),
    added_at bigint not null
);

-- How many people say so where colleagues see it: what is suggested to whoever writes or looks for one.
create table tag_uses (
    field text not null,
    tag text not null,
    label text not null,
    uses bigint not null,
    primary key (field, tag)
);

create index tag_uses_most on tag_uses (field, uses, tag);

-- The library learning commons of a school, in the words of its people.
create table learning_commons (
    school_id uuid primary key references schools (id) on delete cascade,
    place text not null,
    hours text not null,
    offers text not null,
    updated_at bigint not null
);
