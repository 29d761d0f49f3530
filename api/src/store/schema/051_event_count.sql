-- A brand of which no events were counted has none, so nobody looks for any. What was captured before there
-- was a count has to be in it.
insert into reference_version (scope, version/*pg , node*/)
select id, 1/*pg , 0*/ from brand
where exists (select 1 from event_epc where event_epc.brand = brand.id)
on conflict (scope/*pg , node*/) do nothing;
