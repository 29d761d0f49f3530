-- Whose browser a claim or a report came from: a digest of its session that nothing else is kept
-- under, so that only whoever has the session finds what is theirs. Null where none came with it.
alter table claim add column owner text;
create index claim_by_owner on claim (owner) where owner is not null;
alter table report add column owner text;
create index report_by_owner on report (owner) where owner is not null;

-- What else a browser is asked for when it wants to see or erase what is kept about it.
create index former_registration_by_account on former_registration (account, reference);
create index transfer_by_account on transfer (account, reference);
create index reveal_by_session on reveal (session);
