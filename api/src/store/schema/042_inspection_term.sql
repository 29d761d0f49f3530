-- What an organisation calls what its inspectors find and decide: `list` is reason or ground, `words` the
-- text by language as JSON, `severity` how bad a reason's finding is unless somebody says otherwise,
-- `decisions` what a ground is for, with spaces between, empty for everything. One that was taken out of
-- the list stays, since entries name it.
create table inspection_term (
    organisation text not null references organisation (id),
    list text not null,
    id text not null,
    words text not null,
    severity text,
    decisions text not null,
    position integer not null,
    removed_at integer,
    primary key (organisation, list, id)
) strict, without rowid;

-- Whether the inspector of a line was no member of the device's organisation when it came.
alter table inspection_line add column stranger integer not null default 0;
