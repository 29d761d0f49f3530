-- Who wants to be told of recalls of something that they scanned, registered or saved. `path` is
-- its Digital Link's, `channel` is `link`, `mail` or `push`, `target` the address or endpoint and
-- `keys` what is encrypted with (both empty for a link). `account` is that of the session which
-- asked, `about` the registration that it came with, or empty: who erases that, erases this too.
-- Nothing is sent before `confirmed_at`.
create table follow (
    id text primary key,
    product integer not null references product (id),
    path text not null,
    channel text not null,
    target text not null,
    keys text not null,
    account text not null,
    language text not null,
    about text not null,
    created_at integer not null,
    confirmed_at integer
) strict, without rowid;
create index follow_by_product on follow (product, id);
create index follow_by_account on follow (account, created_at, id);
create index follow_by_target on follow (target, created_at);
create index follow_by_about on follow (about);

-- What a follow was told: each recall once, and once more where a doubt became a certainty.
create table follow_told (
    follow text not null,
    recall text not null,
    certainty text not null,
    told_at integer not null,
    primary key (follow, recall, certainty)
) strict, without rowid;

-- Products of whose recalls something is new, put here in the transaction that made it new. The job
-- goes through a product's follows in the order of their ids and has come as far as `passed`; what
-- is new meanwhile counts `version` up and begins again.
create table recall_news (
    product integer primary key,
    passed text not null,
    version integer not null
) strict, without rowid;

-- Push messages that wait to be sent; they are encrypted when they are.
create table push (
    id text primary key,
    follow text not null,
    recall text not null,
    message text not null,
    made_at integer not null,
    due_at integer not null,
    attempts integer not null
) strict, without rowid;
create index push_by_due on push (due_at);
create index push_by_follow on push (follow);

-- Where whoever gets a mail can end them with one tap (RFC 8058).
alter table mail add column unsubscribe text;
