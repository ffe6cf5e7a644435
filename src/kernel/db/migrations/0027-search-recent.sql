-- Search finds the newest matches at the same speed however common they are (0022, 0023): all places stand once more in the order of their newest
-- change, a thousand to a row, and the bits are asked from the newest on. What was touched since a place was put in order is noted, and looked at by
-- itself until the worker has put it in order again. A case touched again stands in several rows; the newest of them is the one that counts.
create table search_recent (
  id bigint generated always as identity,
  -- No subject's feed held a newer moment of these when they were put in order.
  until timestamptz not null,
  -- How many.
  n integer not null,
  places integer[] not null,
  primary key (id)
);
-- A thousand numbers of four bytes lie in the row itself.
alter table search_recent alter column places set storage plain;
create index search_recent_until on search_recent (until desc, id desc) include (n);
create table search_touched (
  id bigint generated always as identity primary key,
  case_id uuid not null
);
comment on table search_recent is 'projection';
comment on table search_touched is 'projection';
do $$
declare t text;
begin
  foreach t in array array['search_recent', 'search_touched'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy whole on %I to app_write, app_system using (true) with check (true)', t);
    execute format('create policy counted on %I to current_user using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to app_system', t);
  end loop;
end $$;
grant insert on search_touched to app_write;

-- Once for a statement, as for the seers: a case that turns to another status moves up in thousands of feeds.
create function search_case_is_touched() returns trigger language plpgsql as $$
begin
  insert into search_touched (case_id) select distinct m.case_id from moved m;
  return null;
end $$;

-- As before; a place that is new is noted for its order, and a text that is gone keeps its place, so that no number is given twice: bits of the one
-- would tell of the other.
create or replace function fold_search(in_least integer, in_most integer) returns integer language plpgsql as $$
declare
  first_place integer;
  next_place integer;
  taken uuid[];
  learned text;
begin
  if not pg_try_advisory_xact_lock(hashtext('fold search')) then return 0; end if;
  if (select count(*) from (select 1 from search_fresh limit in_least) x) < in_least then return 0; end if;
  select coalesce(max(p.place) + 1, 0) into first_place from search_place p;
  -- With all notes of a case that there are: its text and whom it concerns are noted apart.
  with old as (
    select distinct o.case_id from (select x.case_id from search_fresh x order by x.id limit least(in_most, 8192 - first_place % 8192)) o),
  gone as (delete from search_fresh f using old o where f.case_id = o.case_id returning f.id, f.case_id)
  select array_agg(t.case_id order by t.at) into taken from (select g.case_id, min(g.id) as at from gone g group by 1) t;
  if taken is null then return 0; end if;
  delete from search_place p where p.case_id = any (taken);
  insert into search_place (place, case_id) select first_place + t.n - 1, t.id from unnest(taken) with ordinality t(id, n);
  -- Before the first order of all, nothing is in order.
  if exists (select 1 from search_recent) then insert into search_touched (case_id) select unnest(taken); end if;
  next_place := first_place + cardinality(taken);
  if next_place % 8192 > 0 then
    insert into search_bits (word, chunk, bits)
      select w.word, first_place / 8192, w.bits::bit(8192) from search_words_of(first_place, next_place) w
      where w.word like '@%' or w.word in (select k.word from search_word k)
      on conflict (word, chunk) do update set bits = search_bits.bits | excluded.bits;
    return cardinality(taken);
  end if;
  -- A chunk is full: words that two in a thousand of its texts hold become known, the commonest first. What older chunks hold of them, the index of
  -- words tells.
  for learned in
    with held as materialized (
      select w.word, w.bits::bit(8192) as bits, w.word like '@%' or exists (select 1 from search_word k where k.word = w.word) as known
      from search_words_of(next_place - 8192, next_place) w),
    unknown as (select h.word from held h where not h.known and bit_count(h.bits) >= 16
      order by bit_count(h.bits) desc limit case when next_place > 8192 then 200 else 20000 end),
    kept as (
      insert into search_bits as b (word, chunk, bits)
      select h.word, (next_place - 1) / 8192, h.bits from held h where h.known or h.word in (select u.word from unknown u)
      on conflict (word, chunk) do update set bits = excluded.bits)
    insert into search_word (word) select u.word from unknown u returning search_word.word
  loop
    if next_place > 8192 then
      insert into search_bits (word, chunk, bits)
        select learned, p.place / 8192, bit_or(set_bit(repeat('0', 8192)::bit(8192), p.place % 8192, 1))
        from search_doc d join search_place p on p.case_id = d.case_id
        where d.tsv @@ (case when learned like '%*' then quote_literal(rtrim(learned, '*')) || ':*' else quote_literal(learned) end)::tsquery
          and p.place < next_place - 8192
        group by 2 on conflict do nothing;
    end if;
  end loop;
  return cardinality(taken);
end $$;

-- Puts what was touched in order again, `in_row` (at most 1000) places to a row, once there are `in_least`; all, where nothing is in order yet, much
-- was touched, or rows of moments long past hold as many again as there are places. Answers how many it put in order. Takes turns with folding, which
-- gives the places.
create function order_search(in_least integer, in_row integer) returns integer language plpgsql set work_mem = '64MB' as $$
declare
  taken uuid[];
  places integer;
  ordered bigint;
  put bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('fold search')) then return 0; end if;
  places := (select max(p.place) + 1 from search_place p);
  if coalesce(places, 0) < 8192 then return 0; end if;
  ordered := (select coalesce(sum(r.n), 0) from search_recent r);
  if ordered > 0 and (select count(*) from (select 1 from search_touched limit in_least) x) < in_least then return 0; end if;
  -- Notes go first: what they tell of is committed, and the statements below see it.
  with gone as (delete from search_touched returning case_id) select array_agg(distinct g.case_id) into taken from gone g;
  if ordered = 0 or ordered > 2 * places or coalesce(cardinality(taken), 0) > greatest(places / 8, 8192) then
    delete from search_recent;
    insert into search_recent (until, n, places)
      select max(x.at), count(*), array_agg(x.place) from (
        select p.place, f.at, (row_number() over (order by f.at) - 1) / in_row as row
        from (select f.case_id, max(f.updated_at) as at from feed f group by 1) f join search_place p on p.case_id = f.case_id) x
      group by x.row order by x.row;
    -- Never nothing, or all would be put in order again at each turn.
    insert into search_recent (until, n, places) values ('-infinity', 1, array[0]);
    return places;
  end if;
  insert into search_recent (until, n, places)
    select max(x.at), count(*), array_agg(x.place) from (
      select p.place, f.at, (row_number() over (order by f.at) - 1) / in_row as row
      from unnest(taken) t(id) cross join lateral (select p.place from search_place p where p.case_id = t.id offset 0) p
      cross join lateral (select max(f.updated_at) as at from feed f where f.case_id = t.id offset 0) f where f.at is not null) x
    group by x.row order by x.row;
  return cardinality(taken);
end $$;

-- As before, but one case in the feed of one subject is looked up `between` itself and itself, for which feed_of_case alone serves. The order of a
-- subject's feed by time holds all that is asked, too, and a planner that goes by the average subject may read it whole for each case.
-- The newest cases, `in_width` of them, and among them those that match: by their words, or by bits where these are given.
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
    holding as materialized (select n.* from newest n
      where exists (select 1 from search_doc d where d.case_id = n.case_id and d.tsv @@ in_wanted offset 0)),
    seen as (
      select h.case_id, h.updated_at from holding h
      where (in_subjects[2] is null or not exists (select 1 from unnest(in_subjects) s(id) cross join lateral (
          select 1 from feed g where (g.case_id, g.subject_id) between (h.case_id, s.id) and (h.case_id, s.id)
            and (g.updated_at, g.subject_id) > (h.updated_at, h.subject_id) offset 0) x))
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
      where (in_subjects[2] is null or not exists (select 1 from unnest(in_subjects) s(id) cross join lateral (
          select 1 from feed g where (g.case_id, g.subject_id) between (h.case_id, s.id) and (h.case_id, s.id)
            and (g.updated_at, g.subject_id) > (h.updated_at, h.subject_id) offset 0) x))
        and not exists (select 1 from search_fresh x where x.case_id = h.case_id offset 0)
        and exists (select 1 from visible v where v.subject_id = any (in_subjects) and v.stream_id = h.case_id and v.level >= 2
          and now() >= v.valid_from and now() < v.valid_until offset 0)
      order by h.updated_at desc, h.case_id desc limit in_most)
    select array_agg(s.case_id), array_agg(s.updated_at), (select count(*) from newest) into ids, moments, walked from seen s;
  end if;
end $$;

-- Those of the given texts that are to be seen, newest first. Joined where they are few; else the walk asks for each case whether it is among them.
create or replace function search_pick(in_subjects uuid[], in_hits uuid[], in_at timestamptz, in_id uuid, in_most integer)
returns table (case_id uuid, updated_at timestamptz) language plpgsql stable as $$
#variable_conflict use_column
begin
  if cardinality(in_hits) < 20000 and in_subjects[2] is null then
    return query
      with sorted as (select f.case_id, f.updated_at from (select distinct u.id from unnest(in_hits) u(id)) h cross join lateral (
          select f.case_id, f.updated_at from feed f where (f.case_id, f.subject_id) between (h.id, in_subjects[1]) and (h.id, in_subjects[1]) offset 0) f
        where (f.updated_at, f.case_id) < (in_at, in_id) order by f.updated_at desc, f.case_id desc offset 0)
      select s.case_id, s.updated_at from sorted s
      where exists (select 1 from visible v where v.subject_id = any (in_subjects) and v.stream_id = s.case_id and v.level >= 2
        and now() >= v.valid_from and now() < v.valid_until offset 0)
      order by s.updated_at desc, s.case_id desc limit in_most;
  elsif in_subjects[2] is not null then
    return query
      with joined as materialized (
        select f.case_id, max(f.updated_at) as updated_at from unnest(in_hits) h(id) cross join lateral (
          select f.case_id, f.updated_at from feed f where (f.case_id, f.subject_id) between (h.id, in_subjects[1]) and (h.id, in_subjects[1])
          union all
          select f.case_id, f.updated_at from feed f
          where in_subjects[2] is not null and (f.case_id, f.subject_id) between (h.id, in_subjects[2]) and (h.id, in_subjects[2])
          union all
          select f.case_id, f.updated_at from feed f
          where in_subjects[3] is not null and (f.case_id, f.subject_id) between (h.id, in_subjects[3]) and (h.id, in_subjects[3]) offset 0) f
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

-- As before, but the bits are written out in pieces of 128, and only where there are ones: a word that few hold leaves nearly all of them empty.
create or replace function search_listed(in_chunks integer[], in_sets bit varying[]) returns uuid[]
language sql stable set enable_sort = on as $$
  select array_agg(p.case_id) from (
    select r.first + sum(r.step) over (partition by r.first order by r.n rows unbounded preceding)::integer - 1 as place, r.first + 128 as beyond
    from (select u.chunk * 8192 + w.i * 128 as first, t.n, octet_length(t.zeros) + 1 as step
      from unnest(in_chunks, in_sets) u(chunk, bits)
      cross join lateral (select g.i, substring(u.bits from g.i * 128 + 1 for 128) as piece from generate_series(0, 63) g(i) offset 0) w
      cross join lateral unnest(string_to_array(w.piece::text, '1')) with ordinality t(zeros, n)
      where w.piece <> repeat('0', 128)::bit(128) offset 0) r) x
  cross join lateral (select p.case_id from search_place p where p.place = x.place offset 0) p where x.place < x.beyond
$$;

-- The newest cases at these bits, `in_most` of them, by the order of all places. `in_width` places are asked at first; `complete` is false where so
-- many had to be looked up that another way is cheaper. What was folded or touched since is given: the one is left out, the other looked at as well.
create function search_latest(in_subjects uuid[], in_held bytea, in_fresh uuid[], in_touched uuid[], in_at timestamptz, in_id uuid, in_most integer,
  in_width integer, in_budget integer, out ids uuid[], out moments timestamptz[], out complete boolean)
language plpgsql stable as $$
declare
  hits uuid[] := array(select t.id from (select distinct u.id from unnest(in_touched) u(id)) t
    cross join lateral (select p.place from search_place p where p.case_id = t.id offset 0) p where get_bit(in_held, p.place # 7) = 1);
  -- The oldest row that was read: later ones hold nothing newer than its moment.
  last_until timestamptz := 'infinity';
  last_id bigint := 9223372036854775807;
  next_until timestamptz;
  next_id bigint;
  n_rows integer := in_width / 1000 + 1;
  had integer;
  looked integer := 0;
  more uuid[];
begin
  loop
    with newest as materialized (select r.until, r.id, r.places from search_recent r where (r.until, r.id) < (last_until, last_id)
      order by r.until desc, r.id desc limit n_rows),
    held as materialized (select u.place from (select unnest(n.places) as place from newest n offset 0) u where get_bit(in_held, u.place # 7) = 1)
    select array(select c.case_id from held h cross join lateral (select p.case_id from search_place p where p.place = h.place offset 0) c),
      (select count(*) from newest), o.until, o.id
      into more, had, next_until, next_id from newest o order by o.until, o.id limit 1;
    hits := array(select h from unnest(hits || more) h where (h in (select unnest(in_fresh))) is not true);
    looked := looked + cardinality(hits);
    select array_agg(t.case_id order by t.updated_at desc, t.case_id desc), array_agg(t.updated_at order by t.updated_at desc, t.case_id desc)
      into ids, moments from (
        select * from (select * from unnest(ids, moments) had(case_id, updated_at)
          union select * from search_pick(in_subjects, hits, in_at, in_id, in_most)) u
        order by u.updated_at desc, u.case_id desc limit in_most) t;
    complete := had is null or had < n_rows or (coalesce(cardinality(ids), 0) >= in_most and moments[in_most] > next_until);
    if complete or looked > in_budget then return; end if;
    hits := '{}';
    -- Nearly enough, as a rule; not so for who is told of few of the changes.
    n_rows := case when last_until = 'infinity' then n_rows / 2 + 1 else n_rows * 2 end;
    last_until := next_until;
    last_id := next_id;
  end loop;
end $$;

-- Complete and newest first for who asks, whatever share they see, however common the words are and however seldom they meet.
-- The newest cases are looked at first, and all where an agency sees few. Then common words meet as bits (0022), which tells how many texts hold
-- them: if few, each is looked up; if many, the walk goes on and asks the bits, or the order of all places is asked for them, whichever has fewer to
-- pass. Costs in microseconds at a million cases where memory is busy and reads at random are dear: a case walked 3, or 6 by its words; a place asked
-- in order 0.05; a text looked up 8; to list bits, which is arithmetic, 0.001 for each text there is.
-- Words without bits are rare, and the index of words finds them; before the worker has folded the texts in, all words go that way. What is fresh is
-- looked at by itself. Joins are nested loops on purpose: the statistics of all agencies together mislead for any one.
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
  most_touched constant integer := 2048;
  known text[];
  rare text[];
  fresh uuid[];
  touched uuid[];
  ahead bigint;
  live real;
  width_of_all real;
  latest_cost real;
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
  if met.matches > 0 and cardinality(known) = 0 and met.concerned * 2 > places then
    -- Most of what the index finds concerns them.
    hits := array(select d.case_id from search_doc d where d.tsv @@ wanted);
  elsif met.matches > 0 and cardinality(rare) > 0 then
    held := search_held(met.chunks, met.sets, places);
    hits := array(with d as materialized (select d.case_id from search_doc d where d.tsv @@ search_query(rare))
      select d.case_id from d cross join lateral (select p.place from search_place p where p.case_id = d.case_id offset 0) p
      where get_bit(held, p.place # 7) = 1);
  elsif met.matches > 0 then
    width := 1.3 * in_most * met.concerned / met.matches;
    touched := array(select t.case_id from search_touched t limit most_touched);
    if cardinality(touched) < most_touched and exists (select 1 from search_recent) then
      -- What is newer than the page begins is passed as well.
      ahead := (select coalesce(sum(r.n), 0) from search_recent r where in_at < 'infinity' and r.until > in_at);
      -- Places that are left empty stand in no row, or in old ones.
      select least(places, nullif(greatest(c.reltuples, 0), 0)) into live from pg_class c where c.oid = 'search_place'::regclass;
      width_of_all := ahead + 1.2 * in_most * live / met.matches;
      latest_cost := 300 + 3.0 * cardinality(touched) + width_of_all * 0.05 + (ahead * met.matches / live + 1.2 * in_most) * 8.0;
      if latest_cost < least(width * 3.0, places * 0.001 + met.matches * 8.0) then
        held := coalesce(held, search_held(met.chunks, met.sets, places));
        walk := search_latest(subjects, held, fresh, touched, in_at, in_id, in_most, least(width_of_all, 1e9)::integer, 2000);
        full_page := walk.complete;
      end if;
    end if;
    while not full_page and width * 3.0 < places * 0.001 + met.matches * 8.0 loop
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
    where exists (select 1 from unnest(subjects) s(id) cross join lateral (
        select 1 from feed f where (f.case_id, f.subject_id) between (x.id, s.id) and (x.id, s.id) offset 0) f)
      and exists (select 1 from search_doc d where d.case_id = x.id and d.tsv @@ wanted offset 0));
  return query
    select u.case_id, u.updated_at from (select * from unnest(ids, moments) w(case_id, updated_at)
      union all select * from search_pick(subjects, hits, in_at, in_id, in_most)) u order by u.updated_at desc, u.case_id desc limit in_most;
end $$;

revoke all on function order_search, search_latest, search_case_is_touched from public;
grant execute on function order_search to app_system;
grant execute on function search_case_is_touched to app_write, app_system;

create trigger search_case_is_touched after update on feed referencing new table as moved for each statement
  execute function search_case_is_touched();
