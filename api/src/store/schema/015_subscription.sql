-- Webhook subscriptions to queries. `token` signs messages, so it is kept as it came; `position` is
-- the last event that was passed; `due_at` is 0 for what is due whenever there is something.
create table event_subscription (
    id text primary key,
    brand text not null,
    query text not null,
    dest text not null,
    token text,
    schedule text,
    reports_empty integer not null,
    created_at integer not null,
    position integer not null,
    due_at integer not null,
    attempts integer not null,
    failure text,
    claimed_until integer not null,
    notified_at integer,
    foreign key (brand, query) references event_query (brand, name)
) strict, without rowid;
create index event_subscription_by_query on event_subscription (brand, query, id);
create index event_subscription_by_due on event_subscription (due_at, id);
