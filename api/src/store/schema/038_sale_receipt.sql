-- What the buyer of a unit shares with the shop that sold it, such as the number on the receipt: a keyed
-- digest of it, for the unit's last sale that was told with one.
create table sale_receipt (
    product integer not null references product (id),
    serial blob not null,
    sold_at integer not null,
    digest blob not null,
    primary key (product, serial)
) strict, without rowid;
