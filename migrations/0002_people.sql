-- People with an account. E-mail addresses are kept in lower case; `sought` is what a person is found and
-- sorted by: name and what to ask them about, without case and accents.
create table people (
    id uuid primary key,
    name text not null,
    email text not null unique,
    school_id uuid references schools (id),
    language text constraint people_language check (language in ('en', 'fr')),
    ask_me_about text not null default '',
    sought text not null,
    created_at bigint not null,
    updated_at bigint not null,
    left_at bigint
);

create index people_school on people (school_id);
create index people_sought on people (sought, id);

create table person_roles (
    person_id uuid not null references people (id) on delete cascade,
    role text not null constraint person_roles_role check (role in (
        'teacher_librarian', 'teacher', 'teacher_on_call', 'administrator',
        'support_staff', 'district_staff', 'other', 'steward')),
    primary key (person_id, role)
);

create index person_roles_by_role on person_roles (role);
