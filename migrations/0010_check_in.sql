-- Checking in with a code that changes. secret: 256 random bits from which the codes of a gathering are
-- made; it is no digest, because every process must be able to make the code. shown_at: when a code of it
-- was last shown (to the hour), so that a typed code is compared with those of today only.
create table check_in_keys (
    gathering_id uuid primary key references gatherings (id) on delete cascade,
    secret bytea not null,
    shown_at bigint not null
);

create index check_in_keys_shown on check_in_keys (shown_at);

-- Guests who counted themselves: `once` names the form they sent, so that sending it twice counts once.
create table guest_check_ins (
    gathering_id uuid not null references gatherings (id) on delete cascade,
    once uuid not null,
    guests bigint not null constraint guest_check_ins_guests check (guests between 1 and 20),
    at bigint not null,
    primary key (gathering_id, once)
);
