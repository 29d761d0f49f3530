-- Links of brands: what each hangs on is a path of GS1's (`01/09506000134352/10/L7`), the packs of a
-- product that a range names (`01/09506000134352/21/`), or the brand (`brand/acme`). `product` is
-- the GTIN that an item is of, or empty.
create table link (
    brand text not null references brand (id),
    id text not null,
    item text not null,
    product text not null,
    is_default integer not null,
    record text not null,
    primary key (brand, id)
) strict, without rowid;
create index link_by_item on link (item, brand);
create index link_by_product on link (product, brand);
