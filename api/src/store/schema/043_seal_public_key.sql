-- The public halves of the keys that seal reports and sign what the server witnessed: once a key was
-- replaced, what it had sealed can still be checked. `public_key` is base64 of 32 bytes; `retired_at` is
-- null for the one in use.
create table seal_public_key (
    public_key text primary key,
    since integer not null,
    retired_at integer
) strict, without rowid;

-- What is forgotten once it is old enough is found by this.
create index inspection_by_heard on inspection (heard_at);
