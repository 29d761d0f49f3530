-- How far all units of a batch have come, as `unit.state` has it; null where nothing was said.
alter table batch add column state integer;

-- How many counters of a range, from its first on, have been printed, applied and shipped.
alter table issue_range add column printed integer not null default 0;
alter table issue_range add column applied integer not null default 0;
alter table issue_range add column shipped integer not null default 0;
