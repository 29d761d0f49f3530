-- What headers of captured documents say of places, products and words: the newest document that a
-- teller (`told_by`: empty for the brand, or its partner's prefix) sent about an identifier holds.
-- `attribute` is a name as epcis/master_data.rs has it, `place` its turn among them.
create table master_data (
    brand text not null references brand (id),
    id text not null,
    told_by text not null,
    place integer not null,
    attribute text not null,
    value text not null,
    primary key (brand, id, told_by, place)
) strict, without rowid;
create index master_data_by_attribute on master_data (brand, attribute, id);
