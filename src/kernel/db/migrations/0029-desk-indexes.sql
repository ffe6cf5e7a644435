-- The desk's parts each from an index that holds just them, in due order: statistics of the average agency made the planner read all asks of an
-- agency for those of one officer, and count what it asks of itself among what it waits for.
create index ask_mine on ask (officer_id, agency_id, due_at, id) include (unit_id, asker_id) where officer_id is not null;
drop index ask_officer;
create index ask_of_unit on ask (agency_id, unit_id, due_at, id) include (officer_id, asker_id);
drop index ask_unit;
create index ask_awaited on ask (asker_id, due_at, id) include (agency_id, case_id) where agency_id <> asker_id;
drop index ask_asker;
