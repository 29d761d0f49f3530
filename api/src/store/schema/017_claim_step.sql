-- What became of claims, step by step: what staff decided (`by_staff` names whom), and what the
-- holder answered (`by_staff` is empty). `status` is that of the claim after the step.
create table claim_step (
    reference text not null,
    seq integer not null,
    at integer not null,
    status text not null,
    by_staff text not null,
    message text not null,
    primary key (reference, seq)
) strict, without rowid;
create index claim_by_status on claim (status, opened_at);

-- Mail that waits to be sent. `about` is the reference of what it is about: who erases that, erases
-- this too.
create table mail (
    id text primary key,
    about text not null,
    recipient text not null,
    subject text not null,
    body text not null,
    made_at integer not null,
    due_at integer not null,
    attempts integer not null
) strict, without rowid;
create index mail_by_due on mail (due_at);
create index mail_by_about on mail (about);
