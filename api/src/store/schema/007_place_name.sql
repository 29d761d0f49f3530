-- The oldest version of the program that works with these tables.
alter table schema_version add column works_with integer not null default 1;

-- What a person may type for a place: its town, name and country, in lower case.
create table place_name (
    name text not null,
    place text not null references place (id),
    primary key (name, place)
) strict, without rowid;
