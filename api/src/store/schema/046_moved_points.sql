-- A voucher that came from another database keeps its code, which was made of that one's secret; it
-- is null for one that was taken here.
alter table voucher add column code text;
-- A movement is found again by when it was booked, where it comes a second time.
create index ledger_movement_by_time on ledger_movement (booked_at);
