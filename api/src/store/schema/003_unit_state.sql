-- The day on which the units of a batch were issued, for those rows of `unit` that have none of
-- their own: a date in each would make a row half as long again. Empty where it is not known; null
-- until the first units come.
alter table batch add column issued_on text;
update batch set issued_on = '';

-- How far a unit has come: 0 allocated, 1 printed, 2 applied, 3 shipped; 4 more where a correction
-- said so; null where nothing was said.
alter table unit add column state integer;
