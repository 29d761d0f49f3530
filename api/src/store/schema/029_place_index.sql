-- What hangs on a place is taken off when it is imported again: without these every place of a large
-- import would be looked for among all.
create index place_material_by_place on place_material (place);
create index place_return_by_place on place_return (place);
create index place_name_by_place on place_name (place);
