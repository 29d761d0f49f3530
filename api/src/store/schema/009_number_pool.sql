-- Ranges that production lines asked for. `id` follows from the key of the request, whose digest
-- `request` is: the same request finds the same pool.
create table number_pool (
    id text primary key,
    brand text not null references brand (id),
    product integer not null references product (id),
    first integer not null,
    stem text not null,
    request blob not null,
    created_at integer not null,
    foreign key (product, first) references issue_range (product, first)
) strict, without rowid;

-- Reports that were taken, so that a second delivery changes nothing.
create table pool_report (
    id blob primary key,
    pool text not null references number_pool (id),
    request blob not null,
    received_at integer not null
) strict, without rowid;

-- What lines reported of units, once a kind: 'printed' and good; 'rejected', with why, and never
-- good again; 'aggregated', with the EPC of what it was packed into.
create table unit_report (
    product integer not null references product (id),
    serial blob not null,
    kind text not null,
    reported_at integer not null,
    pool text not null references number_pool (id),
    detail text,
    /*pg shard smallint not null, */primary key (/*pg shard, */product, serial, kind)
) strict, without rowid;
create index unit_report_by_pool on unit_report (pool, kind);
