-- The product that took this one's place under another number; its codes answer as that one.
alter table product add column successor integer;
