-- Where the units of a batch were checked: small counts, each unit once a country.
create table lot_seen (
    batch integer not null references batch (id),
    country text not null,
    units integer not null,
    primary key (batch, country)
) strict, without rowid;

-- How many different serials that nobody issued were scanned, by product and day (since 1970).
create table never_issued (
    product integer not null references product (id),
    day integer not null,
    serials integer not null,
    primary key (product, day)
) strict, without rowid;

-- What a brand should look into. `subject` is a path of GS1's: a unit (`01/…/21/…`), a batch
-- (`01/…/10/…`) or a product.
create table brand_signal (
    brand text not null references brand (id),
    subject text not null,
    signal text not null,
    weight integer not null,
    first_at integer not null,
    last_at integer not null,
    dismissed_at integer,
    dismissed_by text not null,
    primary key (brand, subject, signal)
) strict, without rowid;
create index brand_signal_by_time on brand_signal (brand, last_at);
