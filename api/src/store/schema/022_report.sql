-- What people say is wrong with a pack. Nothing in it leads to who said it: no session, no address.
-- `record` has their words and the place, to about 5 km.
create table report (
    reference text primary key,
    brand text not null references brand (id),
    product integer not null references product (id),
    path text not null,
    at integer not null,
    status text not null,
    closed_at integer,
    record text not null
) strict, without rowid;
create index report_by_brand on report (brand, status, at, reference);

-- The picture that came with a report, smaller than it was and without what the camera wrote in it.
create table report_photo (
    reference text primary key,
    content_type text not null,
    bytes blob not null
) strict, without rowid;
