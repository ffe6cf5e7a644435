-- A page of fifty orders to every commune counted a hundred and sixty thousand parts. How far a case is is kept as parts of a sum instead: each command
-- adds what it changed and waits for nobody, as it would for one row of the case; now and then whoever adds makes the parts of a case few again.
create table progress_part (
  case_id uuid not null,
  n bigint generated always as identity,
  due_at timestamptz not null,
  -- How many of this limit are still pressed by it, are done, and are not taken back.
  pressed bigint not null,
  done bigint not null,
  total bigint not null,
  primary key (case_id, n)
);
alter table progress_part enable row level security;
alter table progress_part force row level security;
create policy whole on progress_part to app_write, app_system using (true) with check (true);
create policy counted on progress_part for select to current_user using (true);
grant select, insert, delete on progress_part to app_write, app_system;

create function progress_is_pressed(state text) returns boolean language sql immutable parallel safe
return state in ('assigned', 'accepted', 'in-progress', 'returned');
create function progress_is_done(state text) returns boolean language sql immutable parallel safe return state in ('confirmed', 'finished');

-- Makes the parts of cases few: one for each limit. Whoever else does so at the same moment goes first.
create function progress_fewer(in_cases uuid[]) returns void language plpgsql as $$
declare one uuid;
begin
  foreach one in array in_cases loop
    continue when (select count(*) from (select from progress_part p where p.case_id = one limit 65) x) < 65
      or not pg_try_advisory_xact_lock(hashtext('progress'), hashtext(one::text));
    with gone as (delete from progress_part p where p.case_id = one returning p.due_at, p.pressed, p.done, p.total)
    insert into progress_part (case_id, due_at, pressed, done, total)
      select one, g.due_at, sum(g.pressed), sum(g.done), sum(g.total) from gone g group by g.due_at
      having sum(g.pressed) <> 0 or sum(g.done) <> 0 or sum(g.total) <> 0;
  end loop;
end $$;

-- By trigger, so that no way in is forgotten: neither a rebuild nor what servers of the version before write. What was handed on is counted where it stands.
create function progress_adds() returns trigger language plpgsql as $$
declare changed uuid[];
begin
  if tg_op = 'INSERT' then
    if not exists (select from made) then return null; end if;
    with added as (insert into progress_part (case_id, due_at, pressed, done, total)
      select m.case_id, coalesce(m.due_at, 'infinity'), sum(progress_is_pressed(m.state)::int), sum(progress_is_done(m.state)::int), sum((m.state <> 'cancelled')::int)
      from made m where m.parent_id is null group by 1, 2 returning case_id)
    select array_agg(distinct a.case_id) into changed from added a;
  elsif tg_op = 'UPDATE' then
    if not exists (select from made) then return null; end if;
    with added as (insert into progress_part (case_id, due_at, pressed, done, total)
      select x.case_id, coalesce(x.due_at, 'infinity'), sum(x.by * progress_is_pressed(x.state)::int), sum(x.by * progress_is_done(x.state)::int),
        sum(x.by * (x.state <> 'cancelled')::int)
      from (select m.case_id, m.due_at, m.state, 1 as by from made m where m.parent_id is null
        union all select g.case_id, g.due_at, g.state, -1 from gone g where g.parent_id is null) x
      group by 1, 2 having sum(x.by * progress_is_pressed(x.state)::int) <> 0 or sum(x.by * progress_is_done(x.state)::int) <> 0
        or sum(x.by * (x.state <> 'cancelled')::int) <> 0 returning case_id)
    select array_agg(distinct a.case_id) into changed from added a;
  else
    with added as (insert into progress_part (case_id, due_at, pressed, done, total)
      select g.case_id, coalesce(g.due_at, 'infinity'), -sum(progress_is_pressed(g.state)::int), -sum(progress_is_done(g.state)::int), -sum((g.state <> 'cancelled')::int)
      from gone g where g.parent_id is null group by 1, 2 returning case_id)
    select array_agg(distinct a.case_id) into changed from added a;
  end if;
  if changed is not null and random() < 0.1 then perform progress_fewer(changed); end if;
  return null;
end $$;
revoke all on function progress_adds, progress_fewer from public;
grant execute on function progress_adds, progress_fewer to app_write, app_system;

lock table fulfilment in share row exclusive mode;
create trigger progress_adds_made after insert on fulfilment referencing new table as made for each statement execute function progress_adds();
create trigger progress_adds_changed after update on fulfilment referencing old table as gone new table as made
  for each statement execute function progress_adds();
create trigger progress_adds_gone after delete on fulfilment referencing old table as gone for each statement execute function progress_adds();
alter table fulfilment no force row level security;
alter table progress_part no force row level security;
insert into progress_part (case_id, due_at, pressed, done, total)
  select f.case_id, coalesce(f.due_at, 'infinity'), count(*) filter (where progress_is_pressed(f.state)), count(*) filter (where progress_is_done(f.state)),
    count(*) filter (where f.state <> 'cancelled')
  from fulfilment f where f.parent_id is null group by 1, 2;
alter table fulfilment force row level security;
alter table progress_part force row level security;

-- As before, but what who sees the whole case is told comes from the sum. Others' is counted over the parts that they see, as far as five thousand.
create or replace function case_progress(in_cases uuid[]) returns table (case_id uuid, done integer, total integer, overdue integer)
language sql stable rows 50 security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  with me as materialized (select app_subjects() as ids),
  sight as materialized (select i.id, exists (select 1 from unnest((select ids from me)) m(id), lateral (select from visible v where v.stream_id = i.id
    and v.subject_id = m.id and v.level >= 3
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0) as whole
    from unnest(in_cases) i(id))
  select s.id, p.done, p.total, p.overdue from sight s cross join lateral (
    select coalesce(sum(p.done), 0)::int as done, coalesce(sum(p.total), 0)::int as total,
      coalesce(sum(p.pressed) filter (where p.due_at < now()), 0)::int as overdue from progress_part p where p.case_id = s.id) p where s.whole
  union all
  select s.id, p.done, p.total, p.overdue from sight s cross join lateral (
    select (count(*) filter (where progress_is_done(x.state)))::int as done, (count(*) filter (where x.state <> 'cancelled'))::int as total,
      (count(*) filter (where x.due_at < now() and progress_is_pressed(x.state)))::int as overdue
    from (select f.state, f.due_at from (select seen.stream_id from unnest((select ids from me)) m(id), lateral (select v.stream_id from visible v
          where v.case_id = s.id and v.subject_id = m.id and now() >= v.valid_from and now() < v.valid_until offset 0) seen
        group by 1) mine, lateral (select g.state, g.due_at from fulfilment g where g.id = mine.stream_id and (g.case_id = s.id) is true and g.parent_id is null
        offset 0) f limit 5000) x) p where not s.whole
$$;

-- Lists do not show drafts that were discarded, of which an office that types much has tens of thousands; nor does search. The index holds the rest.
create index feed_listed on feed (subject_id, updated_at desc, case_id desc) where status <> 'discarded';
do $$
declare
  name text;
  body text;
  old constant text := '(f\.subject_id = [a-z_]+(?:\[\d\])? and )\(f\.updated_at, f\.case_id\) <';
begin
  foreach name in array array['search_walk', 'search_cases', 'search_pick'] loop
    body := pg_get_functiondef(name::regproc);
    if body !~ old then raise exception '% has another form than expected', name; end if;
    execute regexp_replace(body, old, '\1f.status <> ''discarded'' and (f.updated_at, f.case_id) <', 'g');
  end loop;
end $$;
drop index feed_all;

-- As before, and planned so that nothing but the index of the part gives the order, be the statistics those of a day with one notice. A list of one
-- (told twice, so that it stays one) begins where the part does, and is no constant to the planner, who would leave it out of the order.
create or replace function notice_ids(in_officer uuid, in_agency uuid, in_own boolean, in_after bigint, in_before bigint, in_most integer) returns setof bigint
language plpgsql stable rows 60 set search_path = public, pg_temp set enable_sort = off set enable_seqscan = off
set plan_cache_mode = force_generic_plan as $$
begin
  if in_own then
    return query select n.id from notification n where n.officer_id = any (array[in_officer, in_officer]) and (n.agency_id = in_agency) is true
      and n.id > in_after and n.id < in_before order by n.officer_id, n.id desc limit in_most;
  else
    return query select n.id from notification n where n.agency_id = any (array[in_agency, in_agency]) and n.officer_id is null
      and n.id > in_after and n.id < in_before order by n.agency_id, n.id desc limit in_most;
  end if;
end $$;
-- Up to where all is read now is looked up so, too.
grant execute on function notice_ids to app_write;

-- A part that is looked up by its id is looked up by nothing else: that of the case goes through all of its parts for each.
do $$
declare body text := pg_get_functiondef('fulfilments_page'::regproc);
begin
  if body !~ 'and g\.case_id = in_case\s' then raise exception 'fulfilments_page has another form than expected'; end if;
  execute regexp_replace(body, 'and g\.case_id = in_case\s', 'and (g.case_id = in_case) is true ');
end $$;

-- The first parties of a case where there are more than a page shows, the many communes last, with how many there are in all and of the same kind and role:
-- sight of the case is looked up once, not for each of three thousand.
create policy shown on party for select to current_user using (true);
create function case_parties(in_case uuid, in_most integer) returns table (agency_id uuid, role text, valid_from timestamptz, valid_until timestamptz,
  n integer, same_type integer)
language plpgsql stable rows 200 security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  if not exists (select 1 from unnest(app_subjects()) m(id), lateral (select from visible v where v.stream_id = in_case and v.subject_id = m.id and v.level >= 2
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen) then return; end if;
  return query select p.agency_id, p.role, p.valid_from, nullif(p.valid_until, 'infinity'), (count(*) over ())::int,
      (count(*) over (partition by p.role, a.type_id))::int
    from (select * from party p where p.case_id = in_case offset 0) p left join agency a on a.id = p.agency_id
    order by array_position(array['lead', 'coordinating', 'adviser', 'informed'], p.role), a.type_id like '%commune%', a.type_id, a.short_name, p.agency_id
    limit in_most;
end $$;
revoke all on function case_parties from public;
grant execute on function case_parties to app_read;

-- Rows that a command names are looked up by their index, be the statistics those of a day with one case: a command read all streams and all cases.
alter function write_changes(jsonb) set enable_seqscan = off;
alter function rebuild_cases(uuid[], jsonb) set enable_seqscan = off;
