-- What people did that earns points: each act once for its reference, and once for a unit. `status`
-- is `held` (the points wait in the brand's account for it, `why` says for what), `granted`,
-- `refused` by staff, `returned` (the person took it back) or `spent` (taken back when its points
-- were gone, so it never earns any again). `basis` is 0 the visible code alone, 1 a sale on record,
-- 2 the hidden code or staff. `network` is a keyed digest, and empty after two days.
create table reward (
    act text not null,
    reference text not null,
    brand text not null,
    product integer not null,
    serial blob,
    account text not null,
    network text not null,
    basis integer not null,
    points integer not null,
    status text not null,
    why text not null,
    at integer not null,
    settled_at integer,
    primary key (act, reference)
) strict, without rowid;
create unique index reward_by_unit on reward (act, product, serial) where serial is not null;
create index reward_by_account on reward (account, at);
create index reward_by_brand on reward (brand, status, at, act, reference);
create index reward_by_network on reward (network, settled_at);

-- What a brand gives points for, and how fast; a brand without a row has the rules of the program.
create table reward_rule (
    brand text primary key,
    record text not null
) strict, without rowid;

-- Whose points a movement moves: points of one brand buy nothing of another.
alter table ledger_movement add column brand text not null default '';
update ledger_movement set brand = coalesce(
    (select substr(account, 7) from ledger_line
     where movement = ledger_movement.id and account like 'brand:%'), '');

-- What was earned before there was a table for it.
insert into reward
    (act, reference, brand, product, serial, account, network, basis, points, status, why, at,
     settled_at)
select 'registration', reference, product.brand, product, serial, account, '', evidence, points,
       'granted', '', registered_at, registered_at
from registration join product on product.id = registration.product
where points > 0;
