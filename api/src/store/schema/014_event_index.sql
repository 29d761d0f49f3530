-- What queries find events by: `term` is eight bytes of a digest over brand, name and value, so two
-- may fall together. In the order of events' own time.
create table event_term (
    term integer not null,
    event_time integer not null,
    event integer not null references event (seq),
    primary key (term, event_time, event)
) strict, without rowid;

-- The values that the top-level resources list: business steps, dispositions, places, types.
create table event_value (
    brand text not null,
    kind text not null,
    value text not null,
    primary key (brand, kind, value)
) strict, without rowid;

-- Queries by nothing but time.
create index event_by_time on event (brand, event_time, seq);
create index event_by_record_time on event (brand, record_time, seq);

-- Events that a program of before put in have no terms yet.
alter table event add column is_indexed integer not null default 0;
create index event_by_index on event (seq) where is_indexed = 0;

-- Queries that brands keep under a name.
create table event_query (
    brand text not null references brand (id),
    name text not null,
    query text not null,
    created_at integer not null,
    primary key (brand, name)
) strict, without rowid;

-- A brand's capture jobs, the newest first.
create index epcis_capture_by_time on epcis_capture (brand, created_at, id);
