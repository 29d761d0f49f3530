-- Pictures of receipts that holders sent for what they registered: looked at by the brand's staff, and
-- gone as soon as they have decided. One a registration; another takes its place.
create table receipt (
    registration text primary key,
    brand text not null references brand (id),
    sent_at integer not null,
    status text not null,
    reason text not null,
    content_type text not null,
    bytes blob not null
) strict, without rowid;
create index receipt_by_brand on receipt (brand, status, sent_at);
