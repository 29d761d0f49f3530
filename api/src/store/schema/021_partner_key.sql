-- The partner for which a brand made a key, where it did: events that come with it are the
-- partner's to see, and no others.
alter table api_key add column partner text;
