-- Dates are ISO 8601 text, moments milliseconds since 1970, records JSON as imported.
--
-- No table holds a standing: a verdict is judged anew from what is here.

-- The version of these tables: one row.
create table schema_version (version integer not null) strict;

-- What the server itself remembers: its secret, the demo's day.
create table setting (name text primary key, value blob not null) strict, without rowid;

-- Brands, as imported.
create table brand (id text primary key, record text not null) strict, without rowid;

-- GS1 Company Prefixes and whose they are: a GTIN belongs to the brand of its prefix.
create table brand_prefix (
    prefix text primary key,
    brand text not null references brand (id)
) strict, without rowid;

-- Products, as imported; `picture` is the digest of the picture's bytes.
create table product (
    id integer primary key,
    gtin text not null unique,
    brand text not null references brand (id),
    picture text,
    record text not null
) strict;

-- Batches, as imported.
create table batch (
    id integer primary key,
    product integer not null references product (id),
    number text not null,
    record text not null,
    unique (product, number)
) strict;

-- Units with serials of the brand's own: packed, 25 bytes a row.
-- What became of a unit is in its events, not here.
create table unit (
    product integer not null references product (id),
    serial blob not null,
    batch integer not null references batch (id),
    issued_on text,
    /*pg shard smallint not null, */primary key (/*pg shard, */product, serial)
) strict, without rowid;

-- Pictures of products and places, addressed by the SHA-256 of their bytes.
create table picture (
    digest text primary key,
    content_type text not null,
    bytes blob not null
) strict, without rowid;

-- Places where things are made, kept, sold, recycled or returned, as imported.
create table place (
    id text primary key,
    lat real not null,
    lon real not null,
    picture text,
    record text not null
) strict, without rowid;
create index place_by_point on place (lat, lon);

-- What a place takes: a material for recycling.
create table place_material (
    material text not null,
    place text not null references place (id),
    primary key (material, place)
) strict, without rowid;

-- Whose recalled products a place takes back.
create table place_return (
    brand text not null,
    place text not null references place (id),
    primary key (brand, place)
) strict, without rowid;

-- Recalls of a product, as imported, with the batches and serials that they cover.
create table recall (
    id text primary key,
    product integer not null references product (id),
    record text not null
) strict, without rowid;
create index recall_by_product on recall (product);

-- What the checks of a unit amount to; read by every verdict, so that none reads the log.
create table check_state (
    product integer not null references product (id),
    serial blob not null,
    state text not null,
    /*pg shard smallint not null, */primary key (/*pg shard, */product, serial)
) strict, without rowid;

-- Every counted check, append-only. No address, no session: a digest of the session, and a place
-- rounded to 5 km where the person gave one.
create table scan_log (
    day integer not null,
    seq integer not null,
    checked_at integer not null,
    received_at integer not null,
    gtin text,
    serial text,
    session integer not null,
    lat real,
    lon real,
    country text,
    /*pg shard smallint not null, */primary key (/*pg shard, */day, seq)
) strict, without rowid;

-- Checks that an offline queue has delivered, so that a second delivery counts nothing.
create table check_delivery (id blob primary key, day integer not null) strict, without rowid;

-- EPCIS events as captured, each once: `digest` is over the event's own JSON.
-- `brand` captured it, and only that brand's journeys show it.
create table event (
    seq integer primary key,
    digest text not null,
    brand text not null references brand (id),
    event_id text,
    event_time integer not null,
    record_time integer not null,
    capture text not null,
    body text not null,
    unique (brand, digest)
) strict;
create unique index event_by_id on event (brand, event_id) where event_id is not null;

-- What each event names, in canonical form: how a journey finds its events.
create table event_epc (
    brand text not null,
    epc text not null,
    event integer not null references event (seq),
    primary key (brand, epc, event)
) strict, without rowid;

-- Capture jobs and what became of them.
create table epcis_capture (
    id text primary key,
    brand text not null references brand (id),
    created_at integer not null,
    finished_at integer not null,
    is_success integer not null,
    error_behaviour text not null,
    faults text not null
) strict, without rowid;

-- API keys of brands: the SHA-256 of the key, never the key.
create table api_key (
    digest blob primary key,
    brand text not null references brand (id),
    created_at integer not null,
    revoked_at integer
) strict, without rowid;

-- Registrations: at most one a unit. `code_digest` is the SHA-256 of the code that only the person
-- has; `account` is a digest of their session.
create table registration (
    reference text primary key,
    code_digest blob not null,
    product integer not null,
    serial blob not null,
    account text not null,
    registered_at integer not null,
    points integer not null,
    record text not null,
    /*pg shard smallint not null, */unique (/*pg shard, */product, serial),
    foreign key (/*pg shard, */product, serial) references unit (/*pg shard, */product, serial)
) strict, without rowid;

-- Points, in double entry: the lines of a movement sum to 0.
create table ledger_movement (
    id integer primary key,
    booked_at integer not null,
    reason text not null,
    reference text not null
) strict;
create table ledger_line (
    movement integer not null references ledger_movement (id),
    account text not null,
    points integer not null,
    primary key (movement, account)
) strict, without rowid;
create index ledger_line_by_account on ledger_line (account, movement);

-- Claims under a recall; at most one for a unit and recall. `path` is that of the Digital Link.
create table claim (
    reference text primary key,
    code_digest blob not null,
    recall text not null references recall (id),
    path text not null,
    product integer not null references product (id),
    serial blob,
    opened_at integer not null,
    status text not null,
    record text not null
) strict, without rowid;
create unique index claim_by_unit on claim (recall, product, serial) where serial is not null;
