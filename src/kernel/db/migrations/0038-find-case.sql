-- Telling the events of a case and its parties as JSON, and putting the parties in order, cost more than finding them.
-- As read_case(), which a server of the version before goes on asking. What differs: `tail` holds an event a line and `parties` a party a line, their
-- values between tabs. An event: seq, version, type, type_version, recorded_at, effective_at, officer_id, agency_id, body in hexadecimal. A party: agency,
-- role, from, and until where that is known; in no order, 201 at most.
create function find_case(in_case uuid, in_agency uuid, in_officer uuid, in_kept integer, in_parties integer)
returns table (kind text, number text, title text, status text, owner_agency_id uuid, document_date date, created_at timestamptz, updated_at timestamptz,
  role text, seen_at timestamptz, before_at timestamptz, by_grant boolean, type text, parent_id uuid, inner_only boolean, version integer,
  open boolean, lasting boolean, wrapped bytea, snapshot bytea, snapshot_version integer, snapshot_shape integer, tail text, parties text)
language plpgsql stable rows 1 security definer set search_path = public, pg_temp set enable_seqscan = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  me constant uuid[] := app_subjects();
  sight smallint;
begin
  select max(v.level), coalesce(bool_or(v.reason like 'grant:%') and not bool_or(v.reason not like 'grant:%' and v.level >= 2), false) into sight, by_grant
  from unnest(me) m(id) cross join lateral (select v.level, v.reason from visible v where v.stream_id = in_case and v.subject_id = m.id
    and now() >= v.valid_from and now() < v.valid_until offset 0) v;
  if sight is null then return; end if;
  open := sight >= 2;

  select c.kind, c.number, c.title, c.status, c.owner_agency_id, c.document_date, c.created_at, c.updated_at, f.role, l.seen_at, l.before_at
  into kind, number, title, status, owner_agency_id, document_date, created_at, updated_at, role, seen_at, before_at
  from cases c left join feed f on f.case_id = c.id and f.subject_id = in_agency and in_agency = any (me)
    left join last_seen l on l.case_id = c.id and l.officer_id = in_officer and in_officer = any (me)
  where c.id = in_case;
  if not found then return; end if;

  select s.type, s.parent_id, s.inner_only, s.version, k.wrapped, x.lasting, s.snapshot_version, s.snapshot_shape,
    case when open and (s.version <> in_kept or not x.lasting) then s.snapshot end
  into type, parent_id, inner_only, version, wrapped, lasting, snapshot_version, snapshot_shape, snapshot
  from stream s left join vault.seal_key k on k.case_id = s.id and k.subject_id = '00000000-0000-0000-0000-000000000000'
    cross join lateral (select not exists (select 1 from vault.seal_key d where d.case_id = s.id and d.destroyed_at is not null offset 0) as lasting offset 0) x
  where s.id = in_case;

  if open and (version <> in_kept or not lasting) then
    tail := (select string_agg(concat_ws(E'\t', e.seq, e.version, e.type, e.type_version, e.recorded_at, e.effective_at, e.officer_id, e.agency_id,
        encode(e.body, 'hex')), E'\n')
      from (select * from event e where e.stream_id = in_case and e.version > snapshot_version order by e.version) e);
  end if;
  if open and version <> in_parties then
    parties := (select string_agg(concat_ws(E'\t', p.agency_id, p.role, p.valid_from, nullif(p.valid_until, 'infinity')), E'\n')
      from (select p.* from party p where p.case_id = in_case limit 201) p);
  end if;
  return next;
end $$;
revoke all on function find_case from public;
grant execute on function find_case to app_read;
