-- Events that were declared to be errors, under every name that such an event may be stored under:
-- its digest, the digest that named it before the event hash did, and its identifier. A declaration
-- may come before the event that it is about.
create table event_error (
    brand text not null,
    name text not null,
    declaration integer not null references event (seq),
    primary key (brand, name, declaration)
) strict, without rowid;
