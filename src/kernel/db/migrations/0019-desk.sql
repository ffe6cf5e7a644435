-- Each part of the desk from an index that holds just it, in due order, with all that counts and filters read: statistics of the average agency would
-- make the planner read all asks of an agency for those of one officer. That a column is null stands in the index's own condition: as a column it
-- would keep the planner from seeing the order. The desk is read by the old indexes meanwhile; 0024 drops them.

-- Commands that write asks wait until this is done; one lock at the beginning, so that it meets none of them half way.
lock table ask in share row exclusive mode;
-- The asks there are get their case's kind, and an id that begins with their moment.
update ask a set id = ask_id(a.since), kind = (select c.kind from cases c where c.id = a.case_id);

-- All of an agency.
alter index ask_agency rename to ask_agency_before;
create index ask_agency on ask (agency_id, due_at, id) include (officer_id, unit_id, asker_id, kind);
-- Of one officer, whatever agency: an officer has few posts.
create index ask_mine on ask (officer_id, due_at, id) include (agency_id, unit_id, asker_id, kind) where officer_id is not null;
-- Of nobody in particular: in an agency itself, and in a unit.
alter index ask_free rename to ask_free_before;
create index ask_free on ask (agency_id, due_at, id) include (asker_id, kind) where officer_id is null and unit_id is null;
create index ask_free_of_unit on ask (unit_id, due_at, id) include (agency_id, asker_id, kind) where officer_id is null and unit_id is not null;
-- Of a unit, and of none.
create index ask_of_unit on ask (unit_id, due_at, id) include (agency_id, officer_id, asker_id, kind) where unit_id is not null;
create index ask_of_no_unit on ask (agency_id, due_at, id) include (officer_id, asker_id, kind) where unit_id is null;
-- What an agency waits for: what it asks of itself is not among it.
create index ask_awaited on ask (asker_id, due_at, id) include (agency_id, case_id) where agency_id <> asker_id;
