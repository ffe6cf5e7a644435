-- Rows of the feed whose subject sees the case no more stay behind: an agency that was merged, or took part in forty thousand cases until last year, went
-- through all of them for each page of a list, each search and each count. The worker puts them aside; where sight comes back, so do they, in the
-- command that brings it.

create table feed_unseen (
  subject_id uuid not null,
  case_id uuid not null,
  kind text not null,
  status text not null,
  role text not null,
  updated_at timestamptz not null,
  primary key (case_id, subject_id)
);
create index feed_unseen_of_subject on feed_unseen (subject_id);
-- The notices of these, so that nobody goes through a hundred thousand that they are not told. Told again under the number they had.
create table notice_unseen (like notification including comments);
alter table notice_unseen alter column id drop identity if exists, add primary key (id);
create index notice_unseen_of_case on notice_unseen (case_id, agency_id);
create index notification_of_case on notification (case_id, agency_id);
-- When a sight of a case ends, or ended: whether there is another is looked up then.
create table sight_ended (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  subject_id uuid not null,
  case_id uuid not null
);
create index sight_ended_at on sight_ended (at, case_id);
do $$
declare t text;
begin
  foreach t in array array['feed_unseen', 'notice_unseen', 'sight_ended'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy whole on %I to app_write, app_system using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to app_system', t);
  end loop;
end $$;
grant select, insert, update, delete on feed_unseen to app_write;
grant select, delete on notice_unseen to app_write;
grant insert on sight_ended to app_write;

-- By trigger, so that no way in is forgotten; a row that has no end costs its condition alone.
create function sight_ends() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into sight_ended (at, subject_id, case_id) values (now(), old.subject_id, old.case_id);
  else
    insert into sight_ended (at, subject_id, case_id) values (new.valid_until, new.subject_id, new.case_id);
  end if;
  return null;
end $$;

-- A case that turns to another status moves up in every feed, and so does what was put aside.
create function case_turns_unseen() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  update feed_unseen u set status = new.status, updated_at = new.updated_at where u.case_id = new.id;
  return null;
end $$;

-- Whether a subject acts together with others: an officer with an agency, a unit with that above it. What they see counts in the feeds of both.
create function acts_with_others(in_subject uuid) returns boolean language sql stable set search_path = public, pg_temp as $$
  select exists (select 1 from post p where p.officer_id = in_subject offset 0)
    or exists (select 1 from post p where p.unit_id = in_subject and p.agency_id <> in_subject offset 0)
$$;

-- Puts rows back into the feed, and notices among the others, as they were; what was written anew meanwhile keeps its newer moment. The role is that which was there first.
create function feed_comes_back(in_cases uuid[], in_subjects uuid[]) returns integer language plpgsql set search_path = public, pg_temp
set enable_seqscan = off as $$
declare n integer;
begin
  with back as (
    delete from notice_unseen u using (select * from unnest(in_cases, in_subjects) w(case_id, subject_id) offset 0) w
    where u.case_id = w.case_id and u.agency_id = w.subject_id returning u.*)
  insert into notification (id, agency_id, officer_id, stream_id, case_id, what, params, asker_id, at) overriding system value
    select b.id, b.agency_id, b.officer_id, b.stream_id, b.case_id, b.what, b.params, b.asker_id, b.at from back b;
  with back as (
    delete from feed_unseen u using (select * from unnest(in_cases, in_subjects) w(case_id, subject_id) offset 0) w
    where u.case_id = w.case_id and u.subject_id = w.subject_id returning u.*)
  insert into feed as f (subject_id, case_id, kind, status, role, updated_at)
    select b.subject_id, b.case_id, b.kind, b.status, b.role, b.updated_at from back b order by b.case_id, b.subject_id
  on conflict (subject_id, case_id) do update set role = case when excluded.role = 'reader' then f.role else excluded.role end,
    updated_at = greatest(f.updated_at, excluded.updated_at);
  get diagnostics n = row_count;
  return n;
end $$;

-- After a command wrote `doc.visible`, within write_changes() and with its settings: what is seen again comes back. No row of these cases is put aside until the command ends, and what was put
-- aside before is seen here, since the lock comes first.
create function seen_again(doc jsonb) returns void language plpgsql as $$
declare
  visible constant jsonb := doc -> 'visible';
  cases uuid[];
  one uuid := coalesce(doc #>> '{same,visible,case_id}', case when jsonb_array_length(visible) = 1 then visible #>> '{0,case_id}' end);
  locked text;
  back_cases uuid[];
  back_subjects uuid[];
begin
  -- Written so that a document of one case, as nearly all are, begins no statement for it.
  if one is null then cases := array(select distinct (r ->> 'case_id')::uuid from jsonb_array_elements(visible) r order by 1); else cases := array[one]; end if;
  foreach one in array cases loop
    locked := pg_advisory_xact_lock_shared(hashtext('sight'), hashtext(one::text));
  end loop;
  if not exists (select 1 from feed_unseen u where u.case_id = any (cases)) then return; end if;
  with told as materialized (
    select distinct r.case_id, r.subject_id from jsonb_populate_recordset(jsonb_populate_record(null::visible, doc #> '{same,visible}'), doc -> 'visible') r
    where r.stream_id = r.case_id and coalesce(r.valid_until, 'infinity') > now()),
  -- Who acts with others may see for any of them.
  widely as materialized (select distinct t.case_id from told t where acts_with_others(t.subject_id)),
  again as (
    select u.case_id, u.subject_id from told t cross join lateral (
      select u.case_id, u.subject_id from feed_unseen u where u.case_id = t.case_id and u.subject_id = t.subject_id offset 0) u
    union
    select u.case_id, u.subject_id from widely w cross join lateral (
      select u.case_id, u.subject_id from feed_unseen u where u.case_id = w.case_id offset 0) u)
  select array_agg(a.case_id), array_agg(a.subject_id) into back_cases, back_subjects from again a;
  perform feed_comes_back(back_cases, back_subjects);
end $$;


-- Puts aside what nobody sees, of at most `in_most` sights that ended. A case of which a command writes at the moment who sees it, and a row that another
-- holds, are left for some seconds: nothing here waits. What is seen by some of those who act together stays for all of them. Answers how
-- many it looked at.
create function put_unseen_aside(in_most integer) returns integer language plpgsql set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  ended record;
  last_case uuid;
  free boolean;
  among uuid[];
  row feed;
  n integer := 0;
begin
  for ended in select e.id, e.subject_id, e.case_id from sight_ended e where e.at <= now() order by e.at, e.case_id limit in_most for update skip locked loop
    n := n + 1;
    if last_case is distinct from ended.case_id then
      last_case := ended.case_id;
      free := pg_try_advisory_xact_lock(hashtext('sight'), hashtext(last_case::text));
      among := array(select v.subject_id from visible v where free and v.case_id = last_case and (v.stream_id = last_case) is true and v.valid_until > now()
        and acts_with_others(v.subject_id));
    end if;
    if not free then
      update sight_ended e set at = now() + interval '10 seconds' where e.id = ended.id;
      continue;
    end if;
    if acts_with_others(ended.subject_id) then
      insert into sight_ended (at, subject_id, case_id) select distinct now(), p.agency_id, last_case from post p
        where (p.unit_id = ended.subject_id or p.officer_id = ended.subject_id) and p.agency_id <> ended.subject_id and not acts_with_others(p.agency_id);
    elsif not (exists (select 1 from visible v where v.stream_id = last_case and v.subject_id = ended.subject_id and v.valid_until > now())
        or exists (select 1 from unnest(among) o(id), lateral (select from post p where p.agency_id = ended.subject_id and p.unit_id = o.id offset 0) p)
        or exists (select 1 from unnest(among) o(id), lateral (select from post p where p.officer_id = o.id and p.agency_id = ended.subject_id offset 0) p)) then
      select f.* into row from feed f where f.subject_id = ended.subject_id and f.case_id = last_case for update skip locked;
      if found then
        insert into feed_unseen as u (subject_id, case_id, kind, status, role, updated_at)
          values (row.subject_id, row.case_id, row.kind, row.status, row.role, row.updated_at)
        on conflict (case_id, subject_id) do update set status = excluded.status, updated_at = greatest(u.updated_at, excluded.updated_at),
          role = case when u.role = 'reader' then excluded.role else u.role end;
        delete from feed f where f.subject_id = ended.subject_id and f.case_id = last_case;
        with aside as (delete from notification o where o.case_id = last_case and o.agency_id = ended.subject_id returning o.*)
        insert into notice_unseen (id, agency_id, officer_id, stream_id, case_id, what, params, asker_id, at)
          select o.id, o.agency_id, o.officer_id, o.stream_id, o.case_id, o.what, o.params, o.asker_id, o.at from aside o;
      elsif exists (select 1 from feed f where f.subject_id = ended.subject_id and f.case_id = last_case) then
        update sight_ended e set at = now() + interval '10 seconds' where e.id = ended.id;
        continue;
      end if;
    end if;
    delete from sight_ended e where e.id = ended.id;
  end loop;
  return n;
end $$;

-- Rows that were written anew while they were put aside: what happens to a part of a case moves its agency's row, whether it still sees the case or not.
create function look_at_unseen_anew() returns void language sql set search_path = public, pg_temp set enable_seqscan = off as $$
  insert into sight_ended (at, subject_id, case_id) select now(), u.subject_id, u.case_id from feed_unseen u
    where exists (select 1 from feed f where f.subject_id = u.subject_id and f.case_id = u.case_id offset 0)
$$;

-- Who gets a post together with others may see what was put aside for these. Of an officer and a unit nothing stays aside from then on.
create function post_may_see() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  cases uuid[];
  subjects uuid[];
begin
  select array_agg(u.case_id), array_agg(u.subject_id) into cases, subjects
  from (select distinct s.id from unnest(array[new.agency_id, new.unit_id, new.officer_id]) s(id)) s
    cross join lateral (select u.case_id, u.subject_id from feed_unseen u where u.subject_id = s.id offset 0) u
  where u.subject_id <> new.agency_id or exists (select 1 from unnest(array[new.unit_id, new.officer_id]) o(id), lateral (
    select from visible v where v.stream_id = u.case_id and v.subject_id = o.id and v.valid_until > now() offset 0) seen offset 0);
  perform feed_comes_back(cases, subjects);
  return null;
end $$;

-- A rebuild compares the feed with the log: what was put aside comes back for it, and is looked at again.
create function feed_is_rebuilt(in_cases uuid[]) returns void language plpgsql set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  cases uuid[];
  subjects uuid[];
begin
  perform pg_advisory_xact_lock_shared(hashtext('sight'), hashtext(c::text)) from unnest(in_cases) c order by hashtext(c::text);
  select array_agg(u.case_id), array_agg(u.subject_id) into cases, subjects from feed_unseen u where u.case_id = any (in_cases);
  perform feed_comes_back(cases, subjects);
  insert into sight_ended (at, subject_id, case_id)
    select now(), w.subject_id, w.case_id from unnest(cases, subjects) w(case_id, subject_id)
    union
    select now(), v.subject_id, v.case_id from unnest(in_cases) c(id) cross join lateral (select v.subject_id, v.case_id from visible v
      where v.case_id = c.id and (v.stream_id = c.id) is true and v.valid_until < now() offset 0) v;
end $$;

revoke all on function sight_ends, case_turns_unseen, acts_with_others, feed_comes_back, seen_again, put_unseen_aside, look_at_unseen_anew, post_may_see,
  feed_is_rebuilt from public;
grant execute on function sight_ends, case_turns_unseen, acts_with_others, feed_comes_back, seen_again, post_may_see to app_write, app_system;
grant execute on function put_unseen_aside, look_at_unseen_anew, feed_is_rebuilt to app_system;

-- Single lines of two long functions, whatever else they came to hold meanwhile.
do $$
declare
  line record;
  body text;
begin
  for line in values
    ('write_changes', E'  if doc ? ''feed'' then\n', E'  if doc ? ''visible'' then perform seen_again(doc); end if;\n'),
    ('rebuild_cases', E'begin\n', E'  perform feed_is_rebuilt(in_cases);\n')
  loop
    body := pg_get_functiondef(line.column1::regproc);
    if (length(body) - length(replace(body, line.column2, ''))) <> length(line.column2) then raise exception '% has another form than expected', line.column1; end if;
    execute replace(body, line.column2, case line.column1 when 'write_changes' then line.column3 || line.column2 else line.column2 || line.column3 end);
  end loop;
end $$;

-- In the order in which commands lock them.
lock table cases, visible in share row exclusive mode;
create trigger case_turns_unseen after update of status on cases for each row when (old.status is distinct from new.status)
  execute function case_turns_unseen();
create trigger sight_ends after insert or update on visible for each row when (new.stream_id = new.case_id and new.valid_until < 'infinity')
  execute function sight_ends();
create trigger sight_is_gone after delete on visible for each row when (old.stream_id = old.case_id) execute function sight_ends();
create trigger post_may_see after insert or update on post for each row execute function post_may_see();
alter table visible no force row level security;
alter table sight_ended no force row level security;
insert into sight_ended (at, subject_id, case_id) select v.valid_until, v.subject_id, v.case_id from visible v
  where v.valid_until < 'infinity' and v.stream_id = v.case_id;
alter table visible force row level security;
alter table sight_ended force row level security;
alter table sight_ended force row level security;

-- Up to which notes of fresh and of touched cases all are done with. What is done stays in the way of every search for as long as somebody holds an old
-- view of the database, and a back-up takes many minutes. A table, so that a back-up takes it along as it stood beside the notes.
create table search_done (
  fresh bigint not null,
  touched bigint not null
);
alter table search_done enable row level security;
alter table search_done force row level security;
create policy whole on search_done to app_write, app_system using (true) with check (true);
create policy counted on search_done to current_user using (true) with check (true);
grant select, update on search_done to app_system;
insert into search_done values (0, 0);

-- How far notes are given now, and as of when, which is asked after: once all that was under way at `as_of` is over, no more come up to there.
create function search_notes_given(out as_of xid8, out fresh bigint, out touched bigint) language plpgsql set search_path = public, pg_temp as $$
begin
  select x.last_value, t.last_value into fresh, touched from search_fresh_id_seq x, search_touched_id_seq t;
  as_of := pg_snapshot_xmax(pg_current_snapshot());
end $$;
grant select on sequence search_fresh_id_seq, search_touched_id_seq to app_system;
-- Says that all is done up to there, or up to the first that is not; false while something of then is still under way.
create function search_notes_done(in_as_of xid8, in_fresh bigint, in_touched bigint) returns boolean language plpgsql set search_path = public, pg_temp
set enable_seqscan = off as $$
begin
  if pg_snapshot_xmin(pg_current_snapshot()) < in_as_of then return false; end if;
  update search_done d set fresh = n.fresh, touched = n.touched
  from (select greatest(s.fresh, least(in_fresh, coalesce((select x.id - 1 from search_fresh x where x.id > s.fresh order by x.id limit 1), in_fresh))) as fresh,
      greatest(s.touched, least(in_touched, coalesce((select t.id - 1 from search_touched t where t.id > s.touched order by t.id limit 1), in_touched))) as touched
    from search_done s) n
  where (d.fresh, d.touched) is distinct from (n.fresh, n.touched);
  return true;
end $$;
revoke all on function search_notes_given, search_notes_done from public;
grant execute on function search_notes_given, search_notes_done to app_system;

-- And where the words are not as dense among the newest as everywhere, the order of all is asked before the walk goes further.
do $$
declare
  line record;
  body text := pg_get_functiondef('search_newest'::regproc);
begin
  for line in values
    ('fresh := array(select x.case_id from search_fresh x limit most_fresh);',
      'fresh := array(select x.case_id from search_fresh x where x.id > (select d.fresh from search_done d) order by x.id limit most_fresh);'),
    ('touched := array(select t.case_id from search_touched t limit most_touched);',
      'touched := array(select t.case_id from search_touched t where t.id > (select d.touched from search_done d) order by t.id limit most_touched);'),
    ('  full_page boolean := false;', E'  full_page boolean := false;\n  in_turn boolean := false;'),
    ('if cardinality(touched) < most_touched and exists (select 1 from search_recent) then',
      E'in_turn := cardinality(touched) < most_touched and exists (select 1 from search_recent);\n    if in_turn then'),
    ('full_page := walk.complete;', E'full_page := walk.complete;\n        in_turn := false;'),
    -- Once: what is walked costs sixty times as much as a place that is asked in turn.
    ('width := width * 4;', E'width := width * 4;\n      if in_turn and not full_page then\n        in_turn := false;\n        '
      || E'walk := search_latest(subjects, held, fresh, touched, in_at, in_id, in_most, least(width, 1e9)::integer, 2000);\n        full_page := walk.complete;\n      end if;')
  loop
    if position(line.column1 in body) = 0 then raise exception 'search_newest has another form than expected'; end if;
    body := replace(body, line.column1, line.column2);
  end loop;
  execute body;
end $$;

-- As before, but of the places that were asked only the newest are looked up that fill a page: where all that match are old, the rows that hold them
-- come by the hundred, and ten thousand were looked up for fifty. Rows of chunks without a match are not asked place by place.
alter table search_recent add column chunks integer[];
create function search_row_has_chunks() returns trigger language plpgsql as $$
begin
  new.chunks := array(select distinct p / 8192 from unnest(new.places) p);
  return new;
end $$;
revoke all on function search_row_has_chunks from public;
grant execute on function search_row_has_chunks to app_system;
create trigger search_row_has_chunks before insert on search_recent for each row execute function search_row_has_chunks();
update search_recent r set chunks = array(select distinct p / 8192 from unnest(r.places) p);

create or replace function search_latest(in_subjects uuid[], in_held bytea, in_fresh uuid[], in_touched uuid[], in_at timestamptz, in_id uuid, in_most integer,
  in_width integer, in_budget integer, out ids uuid[], out moments timestamptz[], out complete boolean)
language plpgsql stable as $$
declare
  hits uuid[] := array(select t.id from (select distinct u.id from unnest(in_touched) u(id)) t
    cross join lateral (select p.place from search_place p where p.case_id = t.id offset 0) p where get_bit(in_held, p.place # 7) = 1);
  matching constant integer[] := array(select c.chunk from generate_series(0, length(in_held) / 1024 - 1) c(chunk)
    where substring(in_held from c.chunk * 1024 + 1 for 1024) <> decode(repeat('00', 1024), 'hex'));
  -- The oldest row that was read: later ones hold nothing newer than its moment.
  last_until timestamptz := 'infinity';
  last_id bigint := 9223372036854775807;
  next_until timestamptz;
  next_id bigint;
  n_rows integer := in_width / 1000 + 1;
  ended boolean;
  looked integer := 0;
  more uuid[];
begin
  loop
    with newest as materialized (select r.until, r.id, r.places, r.chunks from search_recent r where (r.until, r.id) < (last_until, last_id)
      order by r.until desc, r.id desc limit n_rows),
    held as materialized (select u.until, u.id, u.place from (select n.until, n.id, unnest(n.places) as place from newest n where n.chunks && matching offset 0) u
      where get_bit(in_held, u.place # 7) = 1),
    -- Up to the row with which there are enough.
    enough as (select h.until, h.id from (select c.until, c.id, sum(c.n) over (order by c.until desc, c.id desc) as n
        from (select h.until, h.id, count(*) as n from held h group by 1, 2) c) h where h.n >= 2 * in_most order by h.until desc, h.id desc limit 1),
    far as materialized (select * from enough union all (select n.until, n.id from newest n where not exists (select 1 from enough) order by n.until, n.id limit 1))
    select array(select c.case_id from held h cross join lateral (select p.case_id from search_place p where p.place = h.place offset 0) c
        where (h.until, h.id) >= (f.until, f.id)),
      (select count(*) from newest) < n_rows and not exists (select 1 from enough), f.until, f.id
      into more, ended, next_until, next_id from far f;
    hits := array(select h from unnest(hits || more) h where (h in (select unnest(in_fresh))) is not true);
    looked := looked + cardinality(hits);
    select array_agg(t.case_id order by t.updated_at desc, t.case_id desc), array_agg(t.updated_at order by t.updated_at desc, t.case_id desc)
      into ids, moments from (
        select * from (select * from unnest(ids, moments) had(case_id, updated_at)
          union select * from search_pick(in_subjects, hits, in_at, in_id, in_most)) u
        order by u.updated_at desc, u.case_id desc limit in_most) t;
    -- What is not read yet is no newer than the next row says.
    complete := ended is not false or (coalesce(cardinality(ids), 0) >= in_most and moments[in_most] > coalesce((select r.until from search_recent r
      where (r.until, r.id) < (next_until, next_id) order by r.until desc, r.id desc limit 1), '-infinity'));
    if complete or looked > in_budget then return; end if;
    hits := '{}';
    -- Nearly enough, as a rule; not so for who is told of few of the changes.
    n_rows := case when last_until = 'infinity' then n_rows / 2 + 1 else least(n_rows * 2, 256) end;
    last_until := next_until;
    last_id := next_id;
  end loop;
end $$;

-- The page of a record with its events in one read: timeline_page() told their numbers alone, and each was looked up, and looked at whether it may be
-- seen, once more. For the rest as that.
do $$
declare body text := pg_get_functiondef('timeline_page'::regproc);
begin
  body := replace(body, 'FUNCTION public.timeline_page', 'FUNCTION public.timeline_events');
  body := replace(body, 'RETURNS SETOF bigint', 'RETURNS SETOF event');
  body := replace(body, 'return query select e.seq from event e', 'return query select e.* from event e');
  body := replace(body, 'return query select unnest(found);', 'return query select e.* from unnest(found) w(seq) cross join lateral (select e.* from event e where e.seq = w.seq offset 0) e;');
  body := replace(body, 'return query select x.seq from unnest(mine)', 'return query select x.* from unnest(mine)');
  body := replace(body, E'cross join lateral (\n      select e.seq from event e', E'cross join lateral (\n      select e.* from event e');
  if body !~ 'timeline_events' or body !~ 'SETOF event' or (length(body) - length(replace(body, 'e.*', ''))) / 3 <> 5 then
    raise exception 'timeline_page has another form than expected';
  end if;
  execute body;
end $$;
revoke all on function timeline_events from public;
grant execute on function timeline_events to app_read;

-- A page of what an agency waits for, from limit to limit and from case to case, so that only what fills it is gone through, however much has the same
-- limit, or none. Of a case that asks thousands the same the first agencies and streams are told. It ends with the case with which it comes to
-- `in_rows` cases or `in_asks` asks. The last row says where it ended, and has no case; none where there is nothing behind. Cases that are seen no more are
-- passed over, two hundred at most.
create policy awaited on ask for select to current_user using (true);
create function waiting_page(in_agency uuid, in_at timestamptz, in_case uuid, in_rows integer, in_asks integer, in_streams integer)
returns table (case_id uuid, due_at timestamptz, act text, title text, soon_at timestamptz, n integer, agency_ids uuid[], stream_ids uuid[])
language plpgsql stable rows 50 security definer set search_path = public, pg_temp set enable_seqscan = off set enable_sort = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare me constant uuid[] := app_subjects();
begin
  if array_position(me, in_agency) is null then return; end if;
  return query with recursive part(at, case_id, behind_at, behind, shown, asks, passed, places, beyond) as (
      select in_at, in_case, in_at, in_case, false, 0, 0, 0, false
      union all
      select x.due_at, x.case_id, p.at, p.case_id, s.shown, p.asks + case when s.shown and not f.full_page then (select count(*) from ask a
            where a.asker_id = in_agency and a.agency_id <> a.asker_id and a.due_at = x.due_at and a.case_id = x.case_id)::int else 0 end,
        p.passed + (not s.shown)::int, p.places + s.shown::int, f.full_page
      from part p cross join lateral (select p.places >= in_rows or p.asks >= in_asks or p.passed >= 200 as full_page offset 0) f
        cross join lateral (select a.due_at, a.case_id from ask a where a.asker_id = any (array[in_agency, in_agency]) and a.agency_id <> a.asker_id
          and (a.due_at, a.case_id) > (p.at, p.case_id) order by a.asker_id, a.due_at, a.case_id limit 1) x
        cross join lateral (select exists (select 1 from unnest(me) m(id), lateral (select from visible v where v.stream_id = x.case_id and v.subject_id = m.id
          and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0) as shown) s
      where not p.beyond)
    select p.case_id, p.at, g.act, g.title, g.soon_at, g.n, w.agency_ids[1:3], w.stream_ids
    from part p cross join lateral (
        select a.act, a.title, min(a.soon_at) as soon_at, count(*)::int as n from ask a
        where a.asker_id = in_agency and a.agency_id <> a.asker_id and a.due_at = p.at and a.case_id = p.case_id group by 1, 2 offset 0) g
      cross join lateral (select array_agg(a.agency_id) as agency_ids, array_agg(a.stream_id) as stream_ids from (select a.agency_id, a.stream_id from ask a
        where a.asker_id = in_agency and a.agency_id <> a.asker_id and a.due_at = p.at and a.case_id = p.case_id and a.act = g.act and a.title = g.title
        limit in_streams) a) w
    where p.shown and not p.beyond
    union all
    select null, p.behind_at, null, null, null, null, null, array[p.behind] from part p where p.beyond
    order by 2, 1, 6 desc, 3, 4;
end $$;
revoke all on function waiting_page from public;
grant execute on function waiting_page to app_read;
