-- The digest of the picture that shows where batch, date and serial stand on a product's packs.
alter table product add column printed text;
