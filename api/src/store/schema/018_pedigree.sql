-- What a pedigree tells of each event, read from its body once: a walk goes through thousands.
-- Events that a program of before put in have none, and are read from their bodies.
create table event_account (
    event integer not null primary key references event (seq),
    account text not null
) strict;

-- Certificates and documents of brands. `item` is what each hangs on: a path of GS1's
-- (`01/09506000134352/10/L7`, `414/9506000900018`), a place's own identifier (`place/gdynia`), or an
-- event (`event/` and its hash). `picture` is the digest of a picture in the store.
create table paper (
    brand text not null references brand (id),
    kind text not null,
    id text not null,
    item text not null,
    picture text,
    record text not null,
    primary key (brand, kind, id)
) strict, without rowid;
create index paper_by_item on paper (brand, item, kind, id);

-- How a product is made (`recipe`) and kept (`storage/temperature`), as imported.
create table product_rule (
    product integer not null references product (id),
    kind text not null,
    record text not null,
    primary key (product, kind)
) strict, without rowid;
