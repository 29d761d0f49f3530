-- How often what is told about products and places has changed (an empty `scope`), and how often a
-- brand's events have (its identifier). What a node remembers of them holds while this stays.
create table reference_version (
    scope text not null,
    version integer not null,
    /*pg node integer not null, */primary key (scope/*pg , node*/)
) strict, without rowid;
