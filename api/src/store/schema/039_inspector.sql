-- What an offline pack lists as blocked is found by these.
create index unit_report_by_kind on unit_report (product, kind, serial);
create index registration_stolen on registration (product, serial) where stolen_at is not null;

-- The devices that inspectors' findings are signed on, by the digest of their public keys. A locked one
-- stays: what it signed before keeps its key. `staff` is who signed it in last, `organisation` whose
-- findings it signs.
create table inspector_device (
    id blob primary key,
    organisation text not null references organisation (id),
    staff text not null,
    name text not null,
    public_key text not null,
    registered_at integer not null,
    seen_at integer not null,
    locked_at integer,
    locked_by text
) strict, without rowid;
create index inspector_device_by_organisation on inspector_device (organisation, registered_at, id);
