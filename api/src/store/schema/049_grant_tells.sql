-- Whether a grant also lets the partner's people tell what they do with packs: sales, returns, what became
-- of a unit. Grants of before let look, and no more.
alter table access_grant add column tells integer not null default 0;
