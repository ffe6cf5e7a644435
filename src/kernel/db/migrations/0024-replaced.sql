-- What those before replaced goes, and the owner sees as little as anybody again. By itself, since it needs each table for a moment alone; in the order
-- in which commands lock them.
alter table cases force row level security;
drop index feed_case;
alter table ask force row level security;
drop index ask_agency_before, ask_free_before, ask_officer, ask_unit, ask_asker;
drop index notification_agency;
