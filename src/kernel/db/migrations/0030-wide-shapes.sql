-- Reads that cost what they show, where one case concerns thousands, one limit holds a hundred thousand asks, or most notices are of cases no longer seen.

-- As before, with the rows that are counted as narrow as the count, and the rule of what is overdue told once.
create or replace function case_progress(in_cases uuid[]) returns table (case_id uuid, done integer, total integer, overdue integer)
language sql stable rows 50 security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  with me as materialized (select app_subjects() as ids),
  sight as materialized (select i.id, exists (select 1 from unnest((select ids from me)) m(id), lateral (select from visible v where v.stream_id = i.id
    and v.subject_id = m.id and v.level >= 3
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0) as whole
    from unnest(in_cases) i(id))
  select s.id, p.done, p.total, p.overdue from sight s cross join lateral (
    select count(*) filter (where x.state in ('confirmed', 'finished'))::int as done, count(*) filter (where x.state <> 'cancelled')::int as total,
      count(*) filter (where x.due_at < now() and x.state in ('assigned', 'accepted', 'in-progress', 'returned'))::int as overdue
    from (
      (select f.state, f.due_at from fulfilment f where s.whole and f.case_id = s.id and f.parent_id is null limit 5000)
      union all
      (select f.state, f.due_at from (select seen.stream_id from unnest((select ids from me)) m(id), lateral (select v.stream_id from visible v
          where not s.whole and v.case_id = s.id and v.subject_id = m.id and now() >= v.valid_from and now() < v.valid_until offset 0) seen
        group by 1) mine, lateral (select g.state, g.due_at from fulfilment g where g.id = mine.stream_id and g.case_id = s.id and g.parent_id is null
        offset 0) f limit 5000)) x) p
$$;

-- A page of the fulfilments that stand directly under a case, in the order of their index; sight of the whole case is looked up once. Who does not see
-- all of it gets the streams they see. Whatever is not asked for is null.
create function fulfilments_page(in_case uuid, in_assignment uuid, in_agency uuid, in_status text, in_ordinal integer, in_after_agency uuid,
  in_after_id uuid, in_most integer) returns setof fulfilment
language plpgsql stable rows 50 security definer set search_path = public, pg_temp set enable_sort = off set enable_seqscan = off
set plan_cache_mode = force_generic_plan as $$
declare me uuid[] := app_subjects();
begin
  if exists (select 1 from visible v where v.stream_id = in_case and v.subject_id = any (me) and v.level >= 3
      and now() >= v.valid_from and now() < v.valid_until) then
    return query select f.* from fulfilment f
      where f.case_id = in_case and f.parent_id is null
        and (f.ordinal, f.agency_id, f.id) > (coalesce(in_ordinal, -1), coalesce(in_after_agency, in_case), coalesce(in_after_id, in_case))
        and (in_assignment is null or f.assignment_id = in_assignment) and (in_agency is null or f.agency_id = in_agency)
        and (in_status is null or deadline_status(f.state, f.due_at, f.soon_at, f.submitted_at, now()) = in_status)
      order by f.ordinal, f.agency_id, f.id limit in_most;
  else
    return query select f.* from (select distinct seen.stream_id from unnest(me) m(id), lateral (select v.stream_id from visible v
        where v.case_id = in_case and v.subject_id = m.id and now() >= v.valid_from and now() < v.valid_until offset 0) seen) mine,
      lateral (select g.* from fulfilment g where g.id = mine.stream_id and g.case_id = in_case and g.parent_id is null offset 0) f
      where (f.ordinal, f.agency_id, f.id) > (coalesce(in_ordinal, -1), coalesce(in_after_agency, in_case), coalesce(in_after_id, in_case))
        and (in_assignment is null or f.assignment_id = in_assignment) and (in_agency is null or f.agency_id = in_agency)
        and (in_status is null or deadline_status(f.state, f.due_at, f.soon_at, f.submitted_at, now()) = in_status)
      order by f.ordinal, f.agency_id, f.id limit in_most;
  end if;
end $$;

-- What under a case is not over, as far as who asks may see: how many of each shape, and the ids of the recurring ones.
create function unfinished_under(in_case uuid) returns table (shape text, n integer, ids uuid[])
language plpgsql stable rows 4 security definer set search_path = public, pg_temp set enable_seqscan = off as $$
#variable_conflict use_column
begin
  if exists (select 1 from visible v where v.stream_id = in_case and v.subject_id = any (app_subjects()) and v.level >= 3
      and now() >= v.valid_from and now() < v.valid_until) then
    return query select f.shape, count(*)::int, coalesce(array_agg(f.id) filter (where f.shape = 'recurring'), '{}') from fulfilment f
      where f.case_id = in_case and f.parent_id is null and f.state not in ('confirmed', 'cancelled', 'finished') group by f.shape;
  else
    return query select f.shape, count(*)::int, coalesce(array_agg(f.id) filter (where f.shape = 'recurring'), '{}')
      from fulfilments_under(in_case) f where f.state not in ('confirmed', 'cancelled', 'finished') group by f.shape;
  end if;
end $$;

-- The files of a fulfilment are counted beside each row of a page: by an index, not by reading the files of everybody.
create index file_of_stream on file (stream_id) where stream_id is not null;

-- What was handed on from each of these fulfilments, how much of it is done, and their files, as far as who asks may see: the policies hold. Never by
-- the whole table, even where few streams have nearly all files.
create function beside_fulfilments(in_ids uuid[]) returns table (id uuid, total integer, done integer, files integer)
language plpgsql stable rows 50 set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query select i.id, (select count(*)::int from fulfilment c where c.parent_id = i.id and c.state <> 'cancelled'),
    (select count(*)::int from fulfilment c where c.parent_id = i.id and c.state in ('confirmed', 'finished')),
    (select count(*)::int from file d where d.stream_id = i.id)
  from unnest(in_ids) i(id);
end $$;

-- What an agency waits for, limit by limit and case by case: how many owe the same in one case is counted in the index, and only the cases of the page
-- are gone through.
create index ask_awaited_of_case on ask (asker_id, due_at, case_id) include (agency_id) where agency_id <> asker_id;
drop index ask_awaited;

-- What is told to all of an agency, or to one officer of it: the ids after one and before another, newest first. Planned for the
-- values: for any officer, where nearly all notices are one colleague's, a walk through the notices of everybody looks as cheap as the index of the part.
create function notice_ids(in_officer uuid, in_agency uuid, in_own boolean, in_after bigint, in_before bigint, in_most integer) returns setof bigint
language plpgsql stable rows 60 set search_path = public, pg_temp set enable_sort = off set enable_seqscan = off
set plan_cache_mode = force_custom_plan as $$
begin
  if in_own then
    return query select n.id from notification n where n.officer_id = in_officer and (n.agency_id = in_agency) is true and n.id > in_after and n.id < in_before
      order by n.id desc limit in_most;
  else
    return query select n.id from notification n where n.agency_id = in_agency and n.officer_id is null and n.id > in_after and n.id < in_before
      order by n.id desc limit in_most;
  end if;
end $$;

-- The newest notices that this officer may see in an agency, of the thousand of each part that come first: most may be of cases that the agency sees no
-- more, and nobody goes through all of them. `shown` false: how far was looked, where there is more.
create policy counted on notification for select to current_user using (true);
create policy counted on notification_read for select to current_user using (true);
create policy counted on notice_mark for select to current_user using (true);
create function newest_notices(in_officer uuid, in_agency uuid, in_before bigint, in_most integer) returns table (id bigint, shown boolean)
language plpgsql stable rows 51 security definer set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  me uuid[] := app_subjects();
  width integer;
  for_all bigint[];
  for_me bigint[];
  far bigint;
  found bigint[];
begin
  if array_position(me, in_officer) is null or array_position(me, in_agency) is null then return; end if;
  -- Hardly ever is one not seen, so that the first look shows a page.
  foreach width in array array[in_most + 10, 1000] loop
    for_all := array(select notice_ids(in_officer, in_agency, false, 0, in_before, width));
    for_me := array(select notice_ids(in_officer, in_agency, true, 0, in_before, width));
    -- Where either part has more than is looked at, the page ends with what was looked at of it.
    far := greatest(for_all[width], for_me[width]);
    found := array(select w.id from (select x.id from unnest(for_all || for_me) x(id) order by x.id desc offset 0) w
      where w.id >= coalesce(far, 0) and exists (select 1 from unnest(me) m(id), lateral (select from visible v
        where v.stream_id = (select n.case_id from notification n where n.id = w.id) and v.subject_id = m.id
          and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0)
      limit in_most);
    exit when far is null or cardinality(found) >= in_most;
  end loop;
  return query select f.id, true from unnest(found) f(id)
    union all select far, false where far is not null and cardinality(found) < in_most;
end $$;

-- How many of the newest thousand of each part this officer has not read, up to a hundred.
create function unread_notices(in_officer uuid, in_agency uuid) returns integer
language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me uuid[] := app_subjects();
  mark bigint := coalesce((select m.all_until from notice_mark m where m.officer_id = in_officer and m.agency_id = in_agency), 0);
begin
  if array_position(me, in_officer) is null or array_position(me, in_agency) is null then return 0; end if;
  return (select count(*) from (select from (
      select notice_ids(in_officer, in_agency, false, mark, 9223372036854775807, 1000)
      union all
      select notice_ids(in_officer, in_agency, true, mark, 9223372036854775807, 1000)) w(id)
    where not exists (select 1 from notification_read r where r.officer_id = in_officer and r.notification_id = w.id offset 0)
      and exists (select 1 from unnest(me) m(id), lateral (select from visible v
        where v.stream_id = (select n.case_id from notification n where n.id = w.id) and v.subject_id = m.id
          and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0)
    limit 100) x);
end $$;

revoke all on function beside_fulfilments, fulfilments_page, unfinished_under, notice_ids, newest_notices, unread_notices from public;
grant execute on function beside_fulfilments, fulfilments_page, unfinished_under, newest_notices, unread_notices to app_read;
