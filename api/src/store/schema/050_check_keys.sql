-- What each check costs on PostgreSQL. Its log had two indexes, of which one began with the shard, so
-- that each line went to another page; one by day and number does for all that is asked of it. A unit's
-- first check looked whether its product is there and locked that one row, for all checks of the product at
-- once; whoever counts has just read it, and no product is ever deleted.
/*pg
alter table scan_log drop constraint scan_log_pkey;
drop index scan_log_by_day;
alter table scan_log add primary key (day, seq, shard);
alter table check_state drop constraint check_state_product_fkey;
*/
