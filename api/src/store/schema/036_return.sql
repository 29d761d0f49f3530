-- A claim rests on a recall, or is about a unit that its holder wants repaired or brings back; `kind`
-- is `recall` or `return`, and `recall` is null for a return. The table is made anew, since a column
-- can't lose its `not null`.
create table claim_of_both (
    reference text primary key,
    code_digest blob not null,
    kind text not null default 'recall',
    recall text references recall (id),
    path text not null,
    product integer not null references product (id),
    serial blob,
    opened_at integer not null,
    status text not null,
    record text not null,
    owner text
) strict, without rowid;
insert into claim_of_both
    (reference, code_digest, kind, recall, path, product, serial, opened_at, status, record, owner)
select reference, code_digest, 'recall', recall, path, product, serial, opened_at, status, record,
    owner
from claim;
drop table claim;
alter table claim_of_both rename to claim;
create unique index claim_by_unit on claim (recall, product, serial) where serial is not null;
create index claim_by_status on claim (kind, status, opened_at);
create index claim_by_owner on claim (owner) where owner is not null;
-- A unit has one return at a time that nobody has decided about.
create unique index return_by_unit on claim (product, serial)
    where kind = 'return' and status in ('open', 'need-more', 'accepted', 'received');
create index claim_of_unit on claim (product, serial);

-- The picture that came with a return, smaller than it was and without what the camera wrote in it;
-- gone as soon as staff have decided.
create table claim_photo (
    reference text primary key,
    content_type text not null,
    bytes blob not null
) strict, without rowid;
