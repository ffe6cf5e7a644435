-- An ask carries its case's kind, and its id begins with the moment since when it is asked: the desk finds and orders asks by their own indexes alone.

-- What is asked from now on. That alone is short, so that nobody waits for it; 0019 fills the asks there are.

-- Cases before asks, as commands lock them. Row-level security is forced on the owner, too, who would see no row to fill: 0024 forces it again.
alter table cases no force row level security;
alter table ask no force row level security, add column kind text;

-- By trigger, so that no way in is forgotten, nor what servers of the version before write. The kind of a case never changes.
create function ask_has_its_kind() returns trigger language plpgsql as $$
begin
  new.kind := (select c.kind from cases c where c.id = new.case_id);
  return new;
end $$;
revoke all on function ask_has_its_kind from public;
grant execute on function ask_has_its_kind to app_write, app_system;
create trigger ask_has_its_kind before insert on ask for each row execute function ask_has_its_kind();

-- An id that begins with the moment (as UUID version 7 does), so that asks of one limit, and those without any, stand in the order in which they were
-- made, and the indexes that end in it need no further column. For the asks there are; those that commands write bring theirs along (ask-id.ts).
create function ask_id(since timestamptz) returns uuid language sql volatile parallel safe
return (lpad(to_hex(greatest(0, floor(extract(epoch from since) * 1000))::bigint), 12, '0') || '7'
  || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid;
revoke all on function ask_id from public;
