-- Search over the bits of 0022. The function that officers reach is the last one; those before are its parts, which it alone may call. Every look-up
-- of one row stands by itself (… offset 0), so that no planner turns it round and begins at the whole table, with lopsided statistics or none.

-- Folded words as a query: all must occur; one that ends in an asterisk is the beginning of a word.
create function search_query(in_words text[]) returns tsquery language sql immutable strict parallel safe as $$
  select string_agg(quote_literal(rtrim(w, '*')) || case when w like '%*' then ':*' else '' end, ' & ')::tsquery from unnest(in_words) w
$$;

-- Where these words meet in cases that concern the subjects: for each chunk in which they do, its bits; how many cases that are; and how many
-- cases concern the subjects at all. Without words, all of these.
create function search_meet(in_subjects uuid[], in_words text[], out chunks integer[], out sets bit varying[], out matches bigint, out concerned bigint)
language sql stable set enable_hashjoin = on set enable_sort = on as $$
  with mine as materialized (select b.chunk, bit_or(b.bits) as bits from search_bits b
    where b.word = any (array(select '@' || s from unnest(in_subjects) s)) group by 1),
  meeting as (select b.chunk, bit_and(b.bits) as bits from search_bits b
    where b.word = any (in_words) group by 1 having count(*) = cardinality(in_words)
    union all select m.chunk, m.bits from mine m where cardinality(in_words) = 0),
  met as (select m.chunk, (m.bits & w.bits)::bit varying as bits from mine m join meeting w on w.chunk = m.chunk)
  select array_agg(x.chunk), array_agg(x.bits), coalesce(sum(bit_count(x.bits)), 0)::bigint, (select sum(bit_count(m.bits))::bigint from mine m)
  from met x where bit_count(x.bits) > 0
$$;

-- The same bits as one string over all places, to ask place by place: get_bit(…, place # 7), since a byte counts its bits from its low end.
create function search_held(in_chunks integer[], in_sets bit varying[], in_places integer) returns bytea
language sql stable set enable_hashjoin = on set enable_sort = on as $$
  select string_agg(coalesce(substring(bit_send(m.bits::bit(8192)) from 5), decode(repeat('00', 1024), 'hex')), ''::bytea order by c.chunk)
  from generate_series(0, in_places / 8192) c(chunk) left join unnest(in_chunks, in_sets) m(chunk, bits) on m.chunk = c.chunk
$$;

-- The texts at these bits. Written out as ones and zeros, the lengths between ones tell the places without a look at each bit. It carries these
-- lengths on, not the zeros themselves, which for a thousand matches among a million would take most of the time.
create function search_listed(in_chunks integer[], in_sets bit varying[]) returns uuid[]
language sql stable set enable_sort = on as $$
  select array_agg(p.case_id) from (
    select r.chunk * 8192 + sum(r.step) over (partition by r.chunk order by r.n rows unbounded preceding)::integer - 1 as place,
      (r.chunk + 1) * 8192 as beyond
    from (select u.chunk, t.n, octet_length(t.zeros) + 1 as step
      from unnest(in_chunks, in_sets) u(chunk, bits) cross join lateral unnest(string_to_array(u.bits::text, '1')) with ordinality t(zeros, n) offset 0) r) x
  cross join lateral (select p.case_id from search_place p where p.place = x.place offset 0) p where x.place < x.beyond
$$;

-- The newest cases, `in_width` of them, and among them those that match: by their words, or by bits where these are given.
create function search_walk(in_subjects uuid[], in_wanted tsquery, in_held bytea, in_at timestamptz, in_id uuid, in_most integer, in_width integer,
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
    holding as materialized (select n.* from newest n
      where exists (select 1 from search_doc d where d.case_id = n.case_id and d.tsv @@ in_wanted offset 0)),
    seen as (
      select h.case_id, h.updated_at from holding h
      where (in_subjects[2] is null or not exists (select 1 from feed g where g.subject_id = any (in_subjects) and g.case_id = h.case_id
          and (g.updated_at, g.subject_id) > (h.updated_at, h.subject_id) offset 0))
        and exists (select 1 from visible v where v.subject_id = any (in_subjects) and v.stream_id = h.case_id and v.level >= 2
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
    holding as materialized (select n.* from newest n
      where exists (select 1 from search_place p where p.case_id = n.case_id and get_bit(in_held, p.place # 7) = 1 offset 0)),
    seen as (
      select h.case_id, h.updated_at from holding h
      where (in_subjects[2] is null or not exists (select 1 from feed g where g.subject_id = any (in_subjects) and g.case_id = h.case_id
          and (g.updated_at, g.subject_id) > (h.updated_at, h.subject_id) offset 0))
        and not exists (select 1 from search_fresh x where x.case_id = h.case_id offset 0)
        and exists (select 1 from visible v where v.subject_id = any (in_subjects) and v.stream_id = h.case_id and v.level >= 2
          and now() >= v.valid_from and now() < v.valid_until offset 0)
      order by h.updated_at desc, h.case_id desc limit in_most)
    select array_agg(s.case_id), array_agg(s.updated_at), (select count(*) from newest) into ids, moments, walked from seen s;
  end if;
end $$;

-- Those of the given texts that are to be seen, newest first. Joined where they are few; else the walk asks for each case whether it is among them.
create function search_pick(in_subjects uuid[], in_hits uuid[], in_at timestamptz, in_id uuid, in_most integer)
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
      select s.case_id, s.updated_at from sorted s
      where exists (select 1 from visible v where v.subject_id = any (in_subjects) and v.stream_id = s.case_id and v.level >= 2
        and now() >= v.valid_from and now() < v.valid_until offset 0)
      order by s.updated_at desc, s.case_id desc limit in_most;
  else
    return query
      select f.case_id, f.updated_at from feed f
      where f.subject_id = in_subjects[1] and (f.updated_at, f.case_id) < (in_at, in_id) and (f.case_id in (select unnest(in_hits))) is true
        and exists (select 1 from visible v where v.subject_id = any (in_subjects) and v.stream_id = f.case_id and v.level >= 2
          and now() >= v.valid_from and now() < v.valid_until offset 0)
      order by f.updated_at desc, f.case_id desc limit in_most;
  end if;
end $$;

-- Complete and newest first for who asks, whatever share they see, however common the words are and however seldom they meet.
-- The newest cases are looked at first, and all where an agency sees few. Then common words meet as bits (0022), which tells how many texts hold
-- them: if many, the walk goes on and asks the bits; if few, each is looked up. Costs in microseconds at a million cases where memory is busy and
-- reads at random are dear: a case walked 3, or 6 by its words; a text looked up 6; to list bits, which is arithmetic, 0.003 for each text there is.
-- Words without bits are rare, and the index of words finds them; before the worker has folded the texts in, all words go that way. What is fresh is
-- looked at by itself. Joins are nested loops on purpose: the statistics of all agencies together mislead for any one.
create function search_newest(in_words text[], in_at timestamptz, in_id uuid, in_most integer)
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
    while not full_page and width * 3.0 < places * 0.003 + met.matches * 6.0 loop
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
revoke all on function search_query, search_meet, search_held, search_listed, search_walk, search_pick, search_newest from public;
grant execute on function search_newest to app_read;

-- All texts there are wait to be folded in, the oldest first. What is written meanwhile is noted by the triggers of 0022; noted twice, it is folded
-- in once. Nobody waits for this.
insert into search_fresh (case_id) select d.case_id from search_doc d order by d.updated_at;
