-- Which inspections name which photographs, so that those that none names can be forgotten. It refers to
-- no row of theirs: a program of before forgets inspections without it.
create table inspection_photo_named (
    organisation text not null,
    sha256 blob not null,
    inspection text not null,
    primary key (organisation, sha256, inspection)
) strict, without rowid;
create index inspection_photo_named_by_inspection on inspection_photo_named (inspection);
