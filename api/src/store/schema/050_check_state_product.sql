-- On PostgreSQL a unit's first check looked whether its product is there and locked that one row, for all
-- checks of the product at once. Whoever counts has just read it, and no product is ever deleted.
/*pg alter table check_state drop constraint check_state_product_fkey;*/
