-- Inspections, as the lines of their chains tell; `id` is the name that a device gave one. What its
-- first line says stands beside it, so that a list needs no line. Times of `opened_at` and `last_at`
-- are by devices' clocks, `received_at` and `heard_at` by the server's.
create table inspection (
    id text primary key,
    organisation text not null references organisation (id),
    inspector text not null,
    purpose text not null,
    shop text not null,
    address text not null,
    lat real,
    lon real,
    opened_at integer not null,
    last_at integer not null,
    closed integer not null default 0,
    checks integer not null default 0,
    findings integer not null default 0,
    received_at integer not null,
    heard_at integer not null
) strict, without rowid;
create index inspection_by_organisation on inspection (organisation, opened_at, id);

-- Lines exactly as devices signed them; nothing is ever changed or taken out. `after_lock` marks those
-- that came when the device was locked.
create table inspection_line (
    inspection text not null references inspection (id),
    device blob not null references inspector_device (id),
    sequence integer not null,
    digest blob not null,
    entry text not null,
    signature text not null,
    received_at integer not null,
    after_lock integer not null,
    primary key (inspection, device, sequence)
) strict, without rowid;
create index inspection_line_by_device on inspection_line (device, inspection);

-- Photographs of inspections, byte by byte as devices sent them, since lines name their digests;
-- `done_at` is null while parts are missing.
create table inspection_photo (
    organisation text not null references organisation (id),
    sha256 blob not null,
    size integer not null,
    received integer not null,
    begun_at integer not null,
    done_at integer,
    primary key (organisation, sha256)
) strict, without rowid;
create table inspection_photo_part (
    organisation text not null,
    sha256 blob not null,
    at integer not null,
    bytes blob not null,
    primary key (organisation, sha256, at)
) strict;
