-- What a registration rests on (0 the visible code alone, 1 a sale on record or a receipt that staff
-- saw, 2 the hidden code), and since when its holder reports the unit stolen.
alter table registration add column evidence integer not null default 0;
alter table registration add column stolen_at integer;

-- Registrations that ended without being erased: whoever held one can look it up, and dispute.
-- `why` is `displaced`, `transferred` or `decided`.
create table former_registration (
    reference text primary key,
    code_digest blob not null,
    product integer not null,
    serial blob not null,
    account text not null,
    registered_at integer not null,
    evidence integer not null,
    record text not null,
    ended_at integer not null,
    why text not null
) strict, without rowid;
create index former_registration_by_unit on former_registration (product, serial);

-- Links that show a buyer who holds a unit. `id` is a digest of what stands in the link.
create table ownership_proof (
    id blob primary key,
    registration text not null,
    made_at integer not null,
    ends_at integer not null
) strict, without rowid;
create index ownership_proof_by_registration on ownership_proof (registration);

-- Units on their way to another holder: `reference` and `code_digest` are what the buyer's
-- registration will have. One that is not answered in time counts as refused.
create table transfer (
    reference text primary key,
    code_digest blob not null,
    registration text not null,
    account text not null,
    opened_at integer not null,
    ends_at integer not null
) strict, without rowid;
create unique index transfer_by_registration on transfer (registration);

-- What holders of registrations of one unit disagree about, and what staff decided. `status` is
-- `open`, `kept` (whoever holds the unit keeps it) or `given` (it is of whoever disputes).
create table dispute (
    id text primary key,
    registration text not null,
    product integer not null,
    serial blob not null,
    opened_at integer not null,
    message text not null,
    status text not null,
    decided_at integer,
    by_staff text not null,
    reason text not null
) strict, without rowid;
create unique index dispute_open on dispute (registration) where status = 'open';
create index dispute_by_status on dispute (status, opened_at, id);
create index registration_by_account on registration (account, registered_at desc, reference);
