-- What the district's own systems say of its schools and staff (OneRoster), and what Klatsch made of it:
-- whatever was said last, so that only what changes there is changed here, and what people write of themselves
-- stays. `held` are the roles somebody holds there, a line each; `given` are the roles they have from it here.
create table roster_schools (
    sourced_id text primary key,
    school_id uuid not null references schools (id),
    name text not null
);

create index roster_schools_school on roster_schools (school_id);

create table roster_people (
    sourced_id text primary key,
    person_id uuid references people (id) on delete cascade,
    name text not null,
    email text not null,
    school_id uuid references schools (id),
    held text not null,
    given text not null,
    gone_at bigint
);

create index roster_people_person on roster_people (person_id);
create index roster_people_school on roster_people (school_id);

-- What a role of the standard is in Klatsch; nothing where whoever holds it gets no account. `librarian` is none
-- of the standard: a column `metadata.…` that calls somebody so.
create table roster_roles (
    source text primary key,
    role text constraint roster_roles_role check (role in (
        'teacher_librarian', 'teacher', 'teacher_on_call', 'administrator',
        'support_staff', 'district_staff', 'other'))
);

-- Sets that were sent from the web: looked at, and taken over when somebody says so. The set itself has students
-- in it: it is forgotten as soon as it was taken or refused, and in any case after two days.
create table roster_imports (
    id uuid primary key,
    person_id uuid not null references people (id),
    file_id uuid references files (id),
    name text not null,
    state text not null constraint roster_imports_state check (state in ('waiting', 'looked', 'taking', 'done', 'refused', 'dropped')),
    report text not null,
    leave_share bigint not null,
    created_at bigint not null,
    updated_at bigint not null
);

create index roster_imports_by_time on roster_imports (created_at);
create index roster_imports_person on roster_imports (person_id);
