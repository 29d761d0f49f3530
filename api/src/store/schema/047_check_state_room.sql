-- Each check writes its unit's state anew. PostgreSQL puts the new row into the same page where there
-- is room, and then has nothing to write in the index; SQLite writes it in its place.
/*pg alter table check_state set (fillfactor = 70);*/
