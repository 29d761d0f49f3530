-- A person's products on several devices: the passkeys that open them. `owner` is a digest that nothing
-- else is kept under; `root` is the session that everything of theirs is kept under, sealed with what
-- only the passkey's own device has (its user handle).
create table keyring_passkey (
    credential blob primary key,
    owner text not null,
    root blob not null,
    device text not null,
    added_at integer not null,
    used_at integer,
    record text not null
) strict, without rowid;
create index keyring_passkey_by_owner on keyring_passkey (owner, added_at, credential);

-- The devices that have them open: `digest` is of what the device's cookie holds, and `root` is sealed
-- with that.
create table keyring_device (
    digest blob primary key,
    owner text not null,
    root blob not null,
    device text not null,
    began_at integer not null,
    seen_at integer not null
) strict, without rowid;
create index keyring_device_by_owner on keyring_device (owner, seen_at);
create index keyring_device_by_seen on keyring_device (seen_at);
