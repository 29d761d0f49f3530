-- Who said yes to suggestions: `owner` is a digest that nothing else is kept under, `question` what was
-- asked, as it was shown.
create table suggestion_consent (
    owner text primary key,
    at integer not null,
    question text not null,
    language text not null
) strict, without rowid;
