-- Public keys that codes are signed with, by the name that codes call them by.
create table signing_key (
    id text primary key,
    brand text not null references brand (id),
    public_key blob not null,
    created_at integer not null,
    revoked_at integer
) strict, without rowid;
create index signing_key_by_brand on signing_key (brand);

-- The key that signed the codes of the range, where one did.
alter table issue_range add column signing_key text;
