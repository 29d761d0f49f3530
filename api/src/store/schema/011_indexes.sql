-- What retention goes by.
create index check_delivery_by_day on check_delivery (day);
/*pg create index scan_log_by_day on scan_log (day, seq); */
-- What an export goes by; elsewhere the key does.
/*pg create index unit_by_serial on unit (product, serial); */
