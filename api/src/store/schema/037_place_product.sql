-- A product that a place takes back, by the GTIN's 14 digits, where it doesn't take all of its brand's.
create table place_product (
    gtin text not null,
    place text not null references place (id),
    primary key (gtin, place)
) strict, without rowid;
create index place_product_by_place on place_product (place);
