-- Serials made with the issue key: the counters from `first` on, `length` of them, in one row
-- whatever their number. The key is not here.
create table issue_range (
    product integer not null references product (id),
    first integer not null,
    length integer not null,
    batch integer not null references batch (id),
    issued_on text not null,
    primary key (product, first)
) strict, without rowid;
