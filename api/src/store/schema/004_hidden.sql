-- 1 where each serial of the range has a hidden code; the codes are nowhere.
alter table issue_range add column hidden integer not null default 0;

-- Units whose hidden code was revealed: when first and in which session (a digest), and when last
-- in another session.
create table reveal (
    product integer not null references product (id),
    serial blob not null,
    first_at integer not null,
    session integer not null,
    again_at integer,
    /*pg shard smallint not null, */primary key (/*pg shard, */product, serial)
) strict, without rowid;

-- Wrong guesses at the hidden code of a unit. `lane` is a keyed digest of the unit and of whoever
-- guesses.
create table reveal_guess (
    lane blob primary key,
    wrong integer not null,
    last_at integer not null
) strict, without rowid;
