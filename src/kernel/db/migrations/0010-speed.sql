-- Fast at a million cases: policies that ask once who reads, indexes for every filter of a list, a search that chooses its way.

-- A policy that calls app_subjects() calls it for every row; in a sub-select it is asked once for a statement.
do $$
declare p record;
begin
  for p in select polname, polrelid::regclass as rel, pg_get_expr(polqual, polrelid) as qual from pg_policy
    where pg_get_expr(polqual, polrelid) like '%ANY (app\_subjects())%' loop
    execute format('alter policy %I on %s using (%s)', p.polname, p.rel, replace(p.qual, 'ANY (app_subjects())', 'ANY ((select app_subjects())::uuid[])'));
  end loop;
end $$;

-- One index serves every combination of kind, status and role: a list merges the few combinations that an agency has.
drop index feed_kind;
drop index feed_status;
create index feed_facet on feed (subject_id, kind, status, role, updated_at desc, case_id desc);

-- Counts of the desk read the index alone.
drop index ask_agency;
create index ask_agency on ask (agency_id, due_at, id) include (officer_id, unit_id, asker_id);
drop index ask_asker;
create index ask_asker on ask (asker_id, due_at, id) include (agency_id, case_id);
-- What nobody in particular has, for the desk of one officer.
create index ask_free on ask (agency_id, unit_id, due_at, id) include (asker_id) where officer_id is null;

-- Matches are found in the index and checked against narrow rows; the words lie beside them and are read only where a walk needs them.
alter table search_doc alter column tsv set storage external;
alter table search_doc set (toast_tuple_target = 128);

-- Complete and newest first for who asks, whatever share they see and however common the words are. Three ways, the cheapest first:
-- walk the newest cases of the agency while enough of them match; join the matches where they are few; else walk the agency's index newest
-- first and keep what is among the matches. Joins are nested loops on purpose: the statistics of all agencies together mislead for any one.
create or replace function search_cases(in_query tsquery, in_before_at timestamptz, in_before_id uuid, in_most integer)
returns table (case_id uuid, updated_at timestamptz) language plpgsql stable security definer
set search_path = public set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  subjects uuid[] := (select array_agg(s) from unnest(app_subjects()) s where exists (select 1 from feed f where f.subject_id = s));
  mine uuid;
  found uuid[];
  moments timestamptz[];
  walked integer;
  width integer := 256;
  hits uuid[];
  docs real;
begin
  if subjects is null then return; end if;
  if cardinality(subjects) > 1 then
    -- A unit or an officer with a feed of their own beside the agency's.
    return query
      with hit as materialized (select d.case_id from search_doc d where d.tsv @@ in_query)
      select f.case_id, max(f.updated_at) from hit h join feed f on f.case_id = h.case_id
      where f.subject_id = any (subjects)
        and exists (select 1 from visible v where v.subject_id = any (subjects) and v.stream_id = f.case_id and now() >= v.valid_from and now() < v.valid_until)
      group by f.case_id having (max(f.updated_at), f.case_id) < (in_before_at, in_before_id)
      order by 2 desc, 1 desc limit in_most;
    return;
  end if;
  mine := subjects[1];
  for attempt in 1..2 loop
    with newest as materialized (
      select f.case_id, f.updated_at from feed f where f.subject_id = mine and (f.updated_at, f.case_id) < (in_before_at, in_before_id)
      order by f.updated_at desc, f.case_id desc limit width),
    matching as (
      select n.case_id, n.updated_at from newest n join search_doc d on d.case_id = n.case_id
      where d.tsv @@ in_query
        and exists (select 1 from visible v where v.subject_id = mine and v.stream_id = n.case_id and now() >= v.valid_from and now() < v.valid_until)
      order by n.updated_at desc, n.case_id desc limit in_most)
    select array_agg(m.case_id), array_agg(m.updated_at), (select count(*) from newest) into found, moments, walked from matching m;
    if coalesce(cardinality(found), 0) >= in_most or walked < width then
      return query select * from unnest(found, moments) u(case_id, updated_at) order by 2 desc, 1 desc;
      return;
    end if;
    -- As dense as the newest were: how far must one walk? Too far, and the index of words is the better way. An agency that sees little is walked whole.
    width := ceil(1.4 * in_most * width / greatest(coalesce(cardinality(found), 0), 0.5));
    if width > 2500 then
      width := 1500;
      exit when (select count(*) from (select 1 from feed f where f.subject_id = mine limit width) x) = width;
    end if;
  end loop;
  select array_agg(d.case_id) into hits from search_doc d where d.tsv @@ in_query;
  select greatest(c.reltuples, 1000) into docs from pg_class c where c.oid = 'search_doc'::regclass;
  if coalesce(cardinality(hits), 0)::real ^ 2 < in_most * docs / 8 then
    return query
      select f.case_id, f.updated_at from unnest(hits) h(id) join feed f on f.subject_id = mine and f.case_id = h.id
      where (f.updated_at, f.case_id) < (in_before_at, in_before_id)
        and exists (select 1 from visible v where v.subject_id = mine and v.stream_id = f.case_id and now() >= v.valid_from and now() < v.valid_until)
      order by f.updated_at desc, f.case_id desc limit in_most;
    return;
  end if;
  return query
    select f.case_id, f.updated_at from feed f
    where f.subject_id = mine and (f.updated_at, f.case_id) < (in_before_at, in_before_id) and (f.case_id in (select unnest(hits))) is true
      and exists (select 1 from visible v where v.subject_id = mine and v.stream_id = f.case_id and now() >= v.valid_from and now() < v.valid_until)
    order by f.updated_at desc, f.case_id desc limit in_most;
end $$;

-- As open_command(), and the case's wrapped key beside it, so that a command asks for nothing else before it decides.
create function begin_command(in_officer uuid, in_key text, in_digest bytea, in_stream uuid, in_subjects uuid[])
returns table (now_at timestamptz, known boolean, known_digest bytea, answer jsonb, type text, case_id uuid, parent_id uuid, inner_only boolean,
  version integer, snapshot bytea, snapshot_version integer, snapshot_shape integer, sight smallint, tail jsonb, wrapped bytea)
language sql as $$
  select o.*, (select k.wrapped from vault.seal_key k where k.case_id = o.case_id and k.subject_id = '00000000-0000-0000-0000-000000000000')
  from open_command(in_officer, in_key, in_digest, in_stream, in_subjects) o
$$;
revoke all on function begin_command from public;
grant execute on function begin_command to app_write;

-- How far cases are, over the fulfilments that who asks may see. It checks the sight of each case once, where the policy would for every row;
-- who does not see all of a case counts only the streams they see. At most 5,000 of one case are counted.
create policy counted on fulfilment for select to current_user using (true);
create function case_progress(in_cases uuid[]) returns table (case_id uuid, done integer, total integer, overdue integer)
language sql stable rows 50 security definer set search_path = public as $$
  with me as materialized (select app_subjects() as ids),
  sight as (select i.id, exists (select 1 from visible v where v.subject_id = any ((select ids from me)::uuid[]) and v.stream_id = i.id and v.level >= 3
    and now() >= v.valid_from and now() < v.valid_until) as whole from unnest(in_cases) i(id))
  select s.id, p.done, p.total, p.overdue from sight s cross join lateral (
    select count(*) filter (where x.status in ('done-in-time', 'done-late'))::int as done, count(*) filter (where x.status <> 'cancelled')::int as total,
      count(*) filter (where x.status = 'overdue')::int as overdue
    from (
      select deadline_status(f.state, f.due_at, f.soon_at, f.submitted_at, now()) as status from (
        (select f.* from fulfilment f where s.whole and f.case_id = s.id and f.parent_id is null limit 5000)
        union all
        (select f.* from fulfilment f where not s.whole and f.parent_id is null and f.id in (select v.stream_id from visible v
          where v.subject_id = any ((select ids from me)::uuid[]) and v.case_id = s.id and now() >= v.valid_from and now() < v.valid_until) limit 5000)) f) x) p
$$;
revoke all on function case_progress from public;
grant execute on function case_progress to app_read;
