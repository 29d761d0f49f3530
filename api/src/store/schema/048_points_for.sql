-- What was booked for one deed: an import asks whether points that were set aside for it are still there,
-- and whether a movement is here already.
create index ledger_movement_by_reference on ledger_movement (reference, booked_at);
