-- Asks of one limit, and those without any, stand in the order in which they were made: the id begins with the moment (as UUID version 7 does),
-- so the indexes that end in it need no further column.
create function ask_id(since timestamptz) returns uuid language sql volatile parallel safe
return (lpad(to_hex(greatest(0, floor(extract(epoch from since) * 1000))::bigint), 12, '0') || '7' || substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid;
revoke all on function ask_id from public;
grant execute on function ask_id to app_write, app_system;

do $$
declare told text := pg_get_functiondef('write_changes'::regproc); named text := replace(told, 'select gen_random_uuid(), r.stream_id', 'select ask_id(r.since), r.stream_id');
begin
  if named = told then raise exception 'write_changes() names its asks in another way'; end if;
  execute named;
end $$;
