-- What is to be done about an inspection: every word about it stays, the one of the highest number holds.
-- `state` is open or done; `assignee` is a member who looks after it, null for nobody.
create table inspection_follow_up (
    inspection text not null references inspection (id),
    number integer not null,
    state text not null,
    assignee text,
    note text not null,
    written_by text not null,
    written_at integer not null,
    primary key (inspection, number)
) strict, without rowid;
