-- A case page asked four statements, and each of them looked up anew, for every table that it read, how far the reader sees the case. Beginning a statement
-- and following its policies cost more than the rows.
do $$
declare t text;
begin
  foreach t in array array['cases', 'party', 'stream', 'event', 'last_seen', 'vault.seal_key'] loop
    execute format('create policy counted on %s for select to current_user using (true)', t);
  end loop;
end $$;

-- All that a read of a case needs, in one row; none where the case is not there or not to be seen. Sight is looked up once, by the rules of the policies:
-- any level shows the case's header, from 2 on its newest event (`open`) and its parties.
-- `in_kept` is the version at which the server keeps the state opened, `in_parties` that of the parties, 0 for none. Where the case stands at it, what is kept
-- is not fetched again: the state only while it is `lasting`, which is what no key of its case was destroyed for. Of the parties 201 come at most, each
-- as [agency, role, from, until, type of agency]. `by_grant`: a grant alone lets the reader see.
create function read_case(in_case uuid, in_agency uuid, in_officer uuid, in_kept integer, in_parties integer)
returns table (kind text, number text, title text, status text, owner_agency_id uuid, document_date date, created_at timestamptz, updated_at timestamptz,
  role text, seen_at timestamptz, before_at timestamptz, by_grant boolean, type text, parent_id uuid, inner_only boolean, version integer,
  open boolean, lasting boolean, wrapped bytea, snapshot bytea, snapshot_version integer, snapshot_shape integer, tail json, parties json)
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
    tail := (select json_agg(json_build_object('seq', e.seq::text, 'version', e.version, 'type', e.type, 'typeVersion', e.type_version,
        'recordedAt', e.recorded_at, 'effectiveAt', e.effective_at, 'officerId', e.officer_id, 'agencyId', e.agency_id,
        'body', encode(e.body, 'base64')) order by e.version)
      from event e where e.stream_id = in_case and e.version > snapshot_version);
  end if;
  if open and version <> in_parties then
    parties := (select json_agg(json_build_array(p.agency_id, p.role, p.valid_from, nullif(p.valid_until, 'infinity'), a.type_id)
        order by array_position(array['lead', 'coordinating', 'adviser', 'informed'], p.role), a.type_id like '%commune%', a.type_id, a.short_name, p.agency_id)
      from (select p.* from party p where p.case_id = in_case limit 201) p left join agency a on a.id = p.agency_id);
  end if;
  return next;
end $$;
revoke all on function read_case from public;
grant execute on function read_case to app_read;
