-- Organisations. A brand's has the identifier of its record, and a row once something names it.
create table organisation (
    id text primary key,
    kind text not null,
    name text not null,
    admitted_at integer not null,
    suspended_at integer
) strict, without rowid;

-- Members of organisations. Who left stays, because the access log names them.
create table staff (
    id text primary key,
    organisation text not null references organisation (id),
    name text not null,
    role text not null,
    joined_at integer not null,
    removed_at integer
) strict, without rowid;
create index staff_by_organisation on staff (organisation, id);

-- Passkeys: the public half, and what a device said of itself.
create table passkey (
    credential blob primary key,
    staff text not null references staff (id),
    name text not null,
    added_at integer not null,
    used_at integer,
    record text not null
) strict, without rowid;
create index passkey_by_staff on passkey (staff, credential);

-- Passkey challenges that were answered, so that no answer counts twice.
create table passkey_challenge (
    digest blob primary key,
    expires_at integer not null
) strict, without rowid;

-- Who is signed in, and where: the SHA-256 of the cookie, never the cookie.
create table staff_session (
    digest blob primary key,
    staff text not null references staff (id),
    device text not null,
    began_at integer not null,
    seen_at integer not null
) strict, without rowid;
create index staff_session_by_staff on staff_session (staff, digest);

-- Invitations: the SHA-256 of what stands in the link. `made_by` is empty for the command line.
create table invite (
    digest blob primary key,
    organisation text not null references organisation (id),
    role text not null,
    name text not null,
    made_by text not null,
    made_at integer not null,
    expires_at integer not null,
    ended_at integer
) strict, without rowid;
create index invite_by_organisation on invite (organisation, digest);

-- What brands let authorities see: one product, or every product where `gtin` is empty.
create table access_grant (
    id text primary key,
    brand text not null references organisation (id),
    authority text not null references organisation (id),
    gtin text not null,
    depth text not null,
    given_by text not null,
    given_at integer not null,
    ended_at integer
) strict, without rowid;
create index access_grant_by_brand on access_grant (brand, id);
create index access_grant_by_authority on access_grant (authority, id);

-- Who did what, and whose it was. Rows are only added.
create table access_log (
    seq integer primary key,
    at integer not null,
    organisation text not null,
    by_organisation text not null,
    by_staff text not null,
    act text not null,
    subject text not null
) strict;
create index access_log_by_organisation on access_log (organisation, seq);
create index access_log_by_actor on access_log (by_organisation, seq);

-- What a key is called and what it opens: those of before open what they opened.
alter table api_key add column name text not null default '';
alter table api_key add column scopes text not null default 'capture';
