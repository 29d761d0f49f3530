-- What points buy: so many vouchers of a kind, each with a code that counts once.
create table voucher_kind (
    id text primary key,
    brand text not null references brand (id),
    name text not null,
    points integer not null,
    count integer not null,
    taken integer not null,
    ends_at integer not null,
    made_at integer not null
) strict, without rowid;
create index voucher_kind_by_brand on voucher_kind (brand, ends_at);

-- Those that people took. The code itself is not here: `digest` is its SHA-256, and it is made
-- again of the server's secret, the kind and the number for whoever took it.
create table voucher (
    digest blob primary key,
    kind text not null references voucher_kind (id),
    number integer not null,
    account text not null,
    taken_at integer not null,
    redeemed_at integer,
    redeemed_by text not null
) strict, without rowid;
create unique index voucher_by_kind on voucher (kind, number);
create index voucher_by_account on voucher (account, taken_at);
