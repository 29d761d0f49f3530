-- API keys of partners and authorities: the SHA-256 of the key, never the key. Those of brands are
-- in api_key.
create table organisation_key (
    digest blob primary key,
    organisation text not null references organisation (id),
    name text not null,
    scopes text not null,
    created_at integer not null,
    revoked_at integer
) strict, without rowid;
create index organisation_key_by_organisation on organisation_key (organisation, digest);
