-- What people think of packs: one of a browser about a pack. `owner` is a digest that nothing else is
-- kept under; `pack` is `01/GTIN/21/SERIAL`, or `01/GTIN/10/BATCH` where the code names no unit.
-- `is_owner` says that the unit was registered by whoever wrote, `shown` that it has words which
-- others see, `quoted` that these may be quoted. `record` has the words and what became of them.
create table feedback (
    reference text primary key,
    owner text not null,
    pack text not null,
    brand text not null references brand (id),
    product integer not null references product (id),
    batch text not null,
    stars integer not null,
    is_owner integer not null,
    shown integer not null,
    quoted integer not null,
    at integer not null,
    record text not null
) strict, without rowid;
create unique index feedback_by_owner on feedback (owner, pack);
create index feedback_by_batch on feedback (product, batch, shown, at, reference);
create index feedback_by_product on feedback (product, shown, at, reference);
create index feedback_by_brand on feedback (brand, at, reference);
create index feedback_quoted on feedback (brand, quoted, reference);

-- The picture that came with it, smaller than it was and without what the camera wrote in it.
create table feedback_photo (
    reference text primary key,
    content_type text not null,
    bytes blob not null
) strict, without rowid;

-- How many gave a product how many stars: what every page shows. `hidden` and `owners` are among
-- them; what was hidden as spam is not.
create table feedback_sum (
    product integer primary key,
    one integer not null,
    two integer not null,
    three integer not null,
    four integer not null,
    five integer not null,
    hidden integer not null,
    owners integer not null
) strict, without rowid;
