-- What was booked for one deed: an import asks whether points that were set aside for it are still there.
create index ledger_movement_by_reference on ledger_movement (reference);
