-- Plans that hold without statistics and with those of lopsided data: every look-up of one row stands by itself (… offset 0), so that no planner turns
-- it round and begins at the whole table. Where several indexes would do by their statistics, only the right one can be used.

create or replace function search_listed(in_chunks integer[], in_sets bit varying[]) returns uuid[]
language sql stable set enable_sort = on as $$
  select array_agg(p.case_id) from (
    select r.chunk * 8192 + sum(r.step) over (partition by r.chunk order by r.n rows unbounded preceding)::integer - 1 as place, (r.chunk + 1) * 8192 as beyond
    from (select u.chunk, t.n, octet_length(t.zeros) + 1 as step
      from unnest(in_chunks, in_sets) u(chunk, bits) cross join lateral unnest(string_to_array(u.bits::text, '1')) with ordinality t(zeros, n) offset 0) r) x
  cross join lateral (select p.case_id from search_place p where p.place = x.place offset 0) p where x.place < x.beyond
$$;

create or replace function search_walk(in_subjects uuid[], in_wanted tsquery, in_held bytea, in_at timestamptz, in_id uuid, in_most integer, in_width integer,
  out ids uuid[], out moments timestamptz[], out walked integer)
language plpgsql stable as $$
begin
  if in_held is null then
    with newest as materialized (
      (select f.case_id, f.updated_at, f.subject_id from feed f where f.subject_id = in_subjects[1] and (f.updated_at, f.case_id) < (in_at, in_id)
      order by f.updated_at desc, f.case_id desc limit in_width)
      union all
      (select f.case_id, f.updated_at, f.subject_id from feed f where f.subject_id = in_subjects[2] and (f.updated_at, f.case_id) < (in_at, in_id)
      order by f.updated_at desc, f.case_id desc limit in_width)
      union all
      (select f.case_id, f.updated_at, f.subject_id from feed f where f.subject_id = in_subjects[3] and (f.updated_at, f.case_id) < (in_at, in_id)
      order by f.updated_at desc, f.case_id desc limit in_width)
      order by 2 desc, 1 desc limit in_width),
    holding as materialized (select n.* from newest n where exists (select 1 from search_doc d where d.case_id = n.case_id and d.tsv @@ in_wanted offset 0)),
    seen as (
      select h.case_id, h.updated_at from holding h where (in_subjects[2] is null or not exists (select 1 from feed g where g.subject_id = any (in_subjects) and g.case_id = h.case_id
        and (g.updated_at, g.subject_id) > (h.updated_at, h.subject_id) offset 0)) and exists (select 1 from visible v where v.subject_id = any (in_subjects) and v.stream_id = h.case_id and v.level >= 2
        and now() >= v.valid_from and now() < v.valid_until offset 0)
      order by h.updated_at desc, h.case_id desc limit in_most)
    select array_agg(s.case_id), array_agg(s.updated_at), (select count(*) from newest) into ids, moments, walked from seen s;
  else
    with newest as materialized (
      (select f.case_id, f.updated_at, f.subject_id from feed f where f.subject_id = in_subjects[1] and (f.updated_at, f.case_id) < (in_at, in_id)
      order by f.updated_at desc, f.case_id desc limit in_width)
      union all
      (select f.case_id, f.updated_at, f.subject_id from feed f where f.subject_id = in_subjects[2] and (f.updated_at, f.case_id) < (in_at, in_id)
      order by f.updated_at desc, f.case_id desc limit in_width)
      union all
      (select f.case_id, f.updated_at, f.subject_id from feed f where f.subject_id = in_subjects[3] and (f.updated_at, f.case_id) < (in_at, in_id)
      order by f.updated_at desc, f.case_id desc limit in_width)
      order by 2 desc, 1 desc limit in_width),
    holding as materialized (select n.* from newest n where exists (select 1 from search_place p where p.case_id = n.case_id and get_bit(in_held, p.place # 7) = 1 offset 0)),
    seen as (
      select h.case_id, h.updated_at from holding h where (in_subjects[2] is null or not exists (select 1 from feed g where g.subject_id = any (in_subjects) and g.case_id = h.case_id
        and (g.updated_at, g.subject_id) > (h.updated_at, h.subject_id) offset 0)) and not exists (select 1 from search_fresh x where x.case_id = h.case_id offset 0) and exists (select 1 from visible v where v.subject_id = any (in_subjects) and v.stream_id = h.case_id and v.level >= 2
        and now() >= v.valid_from and now() < v.valid_until offset 0)
      order by h.updated_at desc, h.case_id desc limit in_most)
    select array_agg(s.case_id), array_agg(s.updated_at), (select count(*) from newest) into ids, moments, walked from seen s;
  end if;
end $$;

create or replace function search_pick(in_subjects uuid[], in_hits uuid[], in_at timestamptz, in_id uuid, in_most integer)
returns table (case_id uuid, updated_at timestamptz) language plpgsql stable as $$
#variable_conflict use_column
begin
  if cardinality(in_hits) < 20000 or in_subjects[2] is not null then
    return query
      with joined as materialized (
        select f.case_id, max(f.updated_at) as updated_at from unnest(in_hits) h(id) cross join lateral (
          select f.case_id, f.updated_at from feed f where f.case_id = h.id and f.subject_id = in_subjects[1]
          union all
          select f.case_id, f.updated_at from feed f where f.case_id = h.id and f.subject_id = in_subjects[2]
          union all
          select f.case_id, f.updated_at from feed f where f.case_id = h.id and f.subject_id = in_subjects[3] offset 0) f
        group by 1 having (max(f.updated_at), f.case_id) < (in_at, in_id)),
      sorted as (select j.* from joined j order by j.updated_at desc, j.case_id desc offset 0)
      select s.case_id, s.updated_at from sorted s where exists (select 1 from visible v where v.subject_id = any (in_subjects) and v.stream_id = s.case_id and v.level >= 2
        and now() >= v.valid_from and now() < v.valid_until offset 0) order by s.updated_at desc, s.case_id desc limit in_most;
  else
    return query
      select f.case_id, f.updated_at from feed f
      where f.subject_id = in_subjects[1] and (f.updated_at, f.case_id) < (in_at, in_id) and (f.case_id in (select unnest(in_hits))) is true and exists (select 1 from visible v where v.subject_id = any (in_subjects) and v.stream_id = f.case_id and v.level >= 2
        and now() >= v.valid_from and now() < v.valid_until offset 0)
      order by f.updated_at desc, f.case_id desc limit in_most;
  end if;
end $$;

create or replace function search_newest(in_words text[], in_at timestamptz, in_id uuid, in_most integer)
returns table (case_id uuid, updated_at timestamptz) language plpgsql stable security definer
set search_path = public, pg_temp set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_sort = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  subjects uuid[] := (select array_agg(s) from unnest(app_subjects()) s where exists (select 1 from feed f where f.subject_id = s));
  words text[] := array(select distinct w from unnest(in_words) w);
  wanted tsquery := search_query(words);
  near constant integer := 128;
  small constant integer := 800;
  most_fresh constant integer := 1024;
  known text[];
  rare text[];
  fresh uuid[];
  walk record;
  met record;
  held bytea;
  hits uuid[];
  places integer;
  docs real;
  width real;
  full_page boolean := false;
  ids uuid[];
  moments timestamptz[];
begin
  if subjects is null or wanted is null then return; end if;
  walk := search_walk(subjects, wanted, null, in_at, in_id, in_most, near);
  full_page := coalesce(cardinality(walk.ids), 0) >= in_most or walk.walked < near;
  if not full_page and (select count(*) from (select 1 from feed f where f.subject_id = any (subjects) limit small) x) < small then
    walk := search_walk(subjects, wanted, null, in_at, in_id, in_most, 3 * small);
    full_page := true;
  end if;
  if full_page then
    return query select * from unnest(walk.ids, walk.moments);
    return;
  end if;

  fresh := array(select x.case_id from search_fresh x limit most_fresh);
  if cardinality(fresh) < most_fresh then places := (select max(p.place) + 1 from search_place p); end if;
  if coalesce(places, 0) < 8192 then
    -- As dense as the newest were: to walk on, or to meet the words in their index?
    select greatest(c.reltuples, 1000) into docs from pg_class c where c.oid = 'search_doc'::regclass;
    width := 1.4 * in_most * near / greatest(coalesce(cardinality(walk.ids), 0), 0.5);
    if width * 6 < 500 + docs * (0.02 + 2.2 * 1.4 * in_most / width) then
      walk := search_walk(subjects, wanted, null, in_at, in_id, in_most, width::integer);
      if coalesce(cardinality(walk.ids), 0) >= in_most or walk.walked < width::integer then
        return query select * from unnest(walk.ids, walk.moments);
        return;
      end if;
    end if;
    hits := array(select d.case_id from search_doc d where d.tsv @@ wanted);
    return query select * from search_pick(subjects, hits, in_at, in_id, in_most);
    return;
  end if;

  known := array(select k.word from search_word k where k.word = any (words));
  met := search_meet(subjects, known);
  walk := null;
  rare := array(select w from unnest(words) w where w <> all (known));
  if met.matches > 0 and cardinality(rare) > 0 then
    held := search_held(met.chunks, met.sets, places);
    hits := array(with d as materialized (select d.case_id from search_doc d where d.tsv @@ search_query(rare))
      select d.case_id from d cross join lateral (select p.place from search_place p where p.case_id = d.case_id offset 0) p
      where get_bit(held, p.place # 7) = 1);
  elsif met.matches > 0 then
    width := 1.3 * in_most * met.concerned / met.matches;
    while not full_page and width * 1.5 < places * 0.004 + met.matches * 3.0 loop
      held := coalesce(held, search_held(met.chunks, met.sets, places));
      walk := search_walk(subjects, null, held, in_at, in_id, in_most, least(width, 1e9)::integer);
      full_page := coalesce(cardinality(walk.ids), 0) >= in_most or walk.walked < width::integer;
      width := width * 4;
    end loop;
    if not full_page then hits := search_listed(met.chunks, met.sets); end if;
  end if;
  if full_page then
    ids := walk.ids;
    moments := walk.moments;
  else
    -- What was changed since it was folded in is judged by its new words alone.
    hits := array(select h from unnest(hits) h where (h in (select unnest(fresh))) is not true);
    select array_agg(p.case_id), array_agg(p.updated_at) into ids, moments from search_pick(subjects, hits, in_at, in_id, in_most) p;
  end if;
  hits := array(select x.id from unnest(fresh) x(id)
    where exists (select 1 from feed f where f.subject_id = any (subjects) and f.case_id = x.id offset 0)
      and exists (select 1 from search_doc d where d.case_id = x.id and d.tsv @@ wanted offset 0));
  return query
    select u.case_id, u.updated_at from (select * from unnest(ids, moments) w(case_id, updated_at)
      union all select * from search_pick(subjects, hits, in_at, in_id, in_most)) u order by u.updated_at desc, u.case_id desc limit in_most;
end $$;

-- Each part of the desk in due order: of one officer, whatever agency (an officer has few posts); of nobody; of nobody in a unit; of a unit; of none.
-- That a column is null stands in the index's own condition: as a column it would keep the planner from seeing the order.
drop index ask_mine;
create index ask_mine on ask (officer_id, due_at, id) include (agency_id, unit_id, asker_id, kind) where officer_id is not null;
drop index ask_free;
create index ask_free on ask (agency_id, due_at, id) include (asker_id, kind) where officer_id is null and unit_id is null;
create index ask_free_of_unit on ask (unit_id, due_at, id) include (agency_id, asker_id, kind) where officer_id is null and unit_id is not null;
drop index ask_of_unit;
create index ask_of_unit on ask (unit_id, due_at, id) include (agency_id, officer_id, asker_id, kind) where unit_id is not null;
create index ask_of_no_unit on ask (agency_id, due_at, id) include (officer_id, asker_id, kind) where unit_id is null;

-- What is for all of an agency, and what is for one officer: nobody goes through the notices of a laden colleague.
create index notification_for_all on notification (agency_id, id desc) where officer_id is null;
create index notification_for_one on notification (officer_id, id desc) include (agency_id) where officer_id is not null;
drop index notification_agency;
