-- What was handed to nobody stood in three indexes of its agency that held nearly the same. Of what stands in no unit, what is free is in ask_free; an
-- index of its own has the rest alone, and an order to every commune none of its parts. A server of the version before reads by ask_agency what it read by
-- the index that goes.
create index ask_of_officer_in_no_unit on ask (agency_id, due_at, id) include (officer_id, asker_id, kind) where unit_id is null and officer_id is not null;
drop index ask_of_no_unit;
