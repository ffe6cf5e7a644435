-- An ask keeps its row while the same is asked of the same: its id follows from that (ask-id.ts). Of a new version, title or limit the row alone is written:
-- where no indexed column moves, none of its indexes is touched, and pages have the room for it. So have those of streams and fulfilments.
alter table ask set (fillfactor = 80);
alter table stream set (fillfactor = 85);
alter table fulfilment set (fillfactor = 85);

do $$
declare told text := pg_get_functiondef('write_changes'::regproc);
  from_here integer := position($q$  if doc ? 'asksOf' then$q$ in told);
  to_here integer := position($q$  if doc ? 'notify' then$q$ in told);
begin
  if from_here = 0 or to_here < from_here then raise exception 'write_changes() writes its asks in another way'; end if;
  execute left(told, from_here - 1) || $q$  if doc ? 'asksOf' then
    delete from ask a where a.stream_id in (select (jsonb_array_elements_text(doc -> 'asksOf'))::uuid)
      and a.id not in (select r.id from jsonb_to_recordset(doc -> 'asks') r(id uuid));
  end if;
  if doc ? 'asks' then
    -- A moment to remind at stays with its limit: a sweep that is late has yet to give it.
    insert into ask as a (id, stream_id, stream_type, case_id, agency_id, officer_id, unit_id, act, title, asker_id, verb, due_at, soon_at, remind_at,
      since, version)
    select r.id, r.stream_id, r.stream_type, r.case_id, r.agency_id, r.officer_id, r.unit_id, r.act, r.title, r.asker_id, r.verb,
      coalesce(r.due_at, 'infinity'), coalesce(r.soon_at, 'infinity'), r.remind_at, r.since, r.version
    from jsonb_to_recordset(doc -> 'asks') r(id uuid, stream_id uuid, stream_type text, case_id uuid, agency_id uuid, officer_id uuid, unit_id uuid,
      act text, title text, asker_id uuid, verb text, due_at timestamptz, soon_at timestamptz, remind_at timestamptz, since timestamptz,
      version integer)
    on conflict (id) do update set title = excluded.title, due_at = excluded.due_at, soon_at = excluded.soon_at,
      remind_at = case when a.due_at = excluded.due_at then a.remind_at else excluded.remind_at end, version = excluded.version;
  end if;
$q$ || substr(told, to_here);
end $$;
drop function ask_id(timestamptz);
