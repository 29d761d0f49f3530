-- Mails that asked an address whether it wants to be told, by a keyed digest of it: so many that nobody
-- said yes to, and no more, go to one in a day. Whoever ends the wish leaves its line here.
create table follow_asked (
    whose text not null,
    at integer not null,
    follow text not null,
    primary key (whose, at, follow)
) strict, without rowid;
create index follow_asked_by_follow on follow_asked (follow);
create index follow_asked_by_at on follow_asked (at);
