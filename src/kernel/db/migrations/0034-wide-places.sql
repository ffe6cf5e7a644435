-- Reads and sweeps whose cost followed from what they pass by rather than from what they show: a policy that is asked anew for each of ten thousand rows
-- of one case, a record with thousands of lines that who asks may not read, a list of all that was ever done. Sight of a case is looked up once.

-- What the functions below read as the owner, each of them after it looked up what who asks may see.
create policy numbered on cases for select to current_user using (true);
create policy recorded on event for select to current_user using (true);
create policy tied on link for select to current_user using (true);
create policy done on evidence for select to current_user using (true);
create policy answered on case_access for select to current_user using (true);

-- Which streams of a case who asks sees with what they say: their own subjects', each looked up by itself. For functions that run as the owner.
create function streams_seen(in_case uuid, in_subjects uuid[], in_level integer) returns setof uuid language plpgsql stable rows 20
set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  return query select distinct seen.stream_id from unnest(in_subjects) m(id), lateral (select v.stream_id from visible v
    where v.case_id = in_case and v.subject_id = m.id and v.level >= in_level and now() >= v.valid_from and now() < v.valid_until offset 0) seen;
end $$;

-- As before, but a part is looked up for each stream that is seen: what is known of the average case made the planner compare all with all.
create or replace function fulfilments_under(in_case uuid) returns setof fulfilment
language plpgsql stable rows 200 security definer set search_path = public, pg_temp set enable_seqscan = off as $$
declare me uuid[] := app_subjects();
begin
  if sees_whole(in_case, me) then
    return query select f.* from fulfilment f where f.case_id = in_case and f.parent_id is null;
  else
    return query select f.* from streams_seen(in_case, me, 0) s(id), lateral (select g.* from fulfilment g where g.id = s.id and (g.case_id = in_case) is true       and g.parent_id is null offset 0) f;
  end if;
end $$;

-- All that was done for the clauses of an agreement and that who asks may see, by the rules of the policies: entries and results of the agreement itself,
-- and days of tied cases. kind 'case': `results` of a day, 0 for the day of the document. Who sees no text of the agreement sees no tie.
create function agreement_evidence(in_case uuid) returns table (kind text, clause_id uuid, id uuid, on_day date, title text, agency_id uuid, state text,
  case_id uuid, stream_id uuid, results integer)
language plpgsql stable rows 200 security definer set search_path = public, pg_temp set enable_seqscan = off set enable_nestloop = off
set enable_mergejoin = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  me constant uuid[] := app_subjects();
  whole constant boolean := sees_whole(in_case, me);
  mine constant uuid[] := array(select streams_seen(in_case, me, 2));
  counted constant text[] := array['recorded', 'submitted', 'confirmed'];
begin
  return query
    with own as materialized (select e.* from evidence e where e.case_id = in_case and e.state = any (counted)
      and (whole or (e.stream_id in (select unnest(mine))) is true))
    select 'evidence', o.label, o.id, o.on_day, o.title, o.agency_id, o.state, o.case_id, o.stream_id, 1 from own o where o.label is not null
    union all
    select 'fulfilment', l.label, o.id, o.on_day, o.title, o.agency_id, o.state, o.case_id, o.stream_id, 1
    from own o cross join lateral (select l.label from link l where l.to_id = o.assignment_id and l.from_case = in_case and l.what = 'assignment' offset 0) l
    where whole or in_case = any (mine);

  if not (whole or in_case = any (mine)) then return; end if;
  return query
    with tie as materialized (
      select l.label, l.to_id, s.level from link l cross join lateral (
        select max(v.level) as level from unnest(me) m(id), lateral (select v.level from visible v where v.stream_id = l.to_id and v.subject_id = m.id
          and now() >= v.valid_from and now() < v.valid_until offset 0) v) s
      where l.from_case = in_case and l.what = 'case' and l.until = 'infinity' and s.level is not null),
    other as materialized (select distinct t.to_id, t.level from tie t),
    -- Of cases that are seen in part, the streams that are: asked only where something was done.
    seen as materialized (select x.to_id, v.stream_id from other x cross join unnest(me) m(id) cross join lateral (select v.stream_id from visible v
        where v.case_id = x.to_id and v.subject_id = m.id and v.level >= 2 and now() >= v.valid_from and now() < v.valid_until offset 0) v
      where x.level < 3 and exists (select 1 from evidence e where e.case_id = x.to_id offset 0)),
    day as materialized (select e.case_id, e.on_day, count(*)::int as n from other x cross join lateral (
        select e.case_id, e.stream_id, e.on_day from evidence e where e.case_id = x.to_id and e.state = any (counted) offset 0) e
      where x.level >= 3 or ((e.case_id, e.stream_id) in (select s.to_id, s.stream_id from seen s)) is true group by 1, 2),
    days as materialized (select d.case_id, array_agg(d.on_day) as on_days, array_agg(d.n) as ns from day d group by 1),
    found as materialized (select x.to_id, c.* from other x cross join lateral (select c.number, c.title, c.owner_agency_id,
        case when c.status not in ('draft', 'discarded') then c.document_date end as on_day from cases c where c.id = x.to_id offset 0) c),
    told as materialized (select f.to_id, f.number || ': ' || f.title as title, f.owner_agency_id, f.on_day, d.on_days, d.ns
      from found f left join days d on d.case_id = f.to_id)
    select 'case', t.label, o.to_id, x.on_day, o.title, o.owner_agency_id, 'recorded', o.to_id, o.to_id, x.n
    from tie t join told o on o.to_id = t.to_id cross join lateral (
      select o.on_day, 0 as n where o.on_day is not null
      union all
      select u.on_day, u.n from unnest(o.on_days, o.ns) u(on_day, n)) x;
end $$;

-- Numbers of the newest events of a case before one, those that who asks may see: who sees all of it walks the record, who sees a few streams merges
-- them, who sees many looks for theirs among the newest and merges where they are not there. Notes are no part of the record, nor what others did inside
-- their agency (`in_inner`, types of event); who got what follows from the order, unless one stream is asked for.
-- A list of one case (told twice, so that it stays one) is walked by its index, be the statistics those of a day with one event.
create function timeline_page(in_case uuid, in_before bigint, in_agency uuid, in_inner text[], in_stream uuid, in_most integer) returns setof bigint
language plpgsql stable rows 51 security definer set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  me constant uuid[] := app_subjects();
  directory constant boolean := in_case = '00000000-0000-4000-8000-00000000d1c0';
  merged constant integer := 64;
  near constant integer := 2000;
  whole boolean;
  mine uuid[];
  found bigint[];
begin
  whole := directory or sees_whole(in_case, me);
  mine := array(select streams_seen(in_case, me, 2));
  if in_stream is not null then
    return query select e.seq from event e where e.stream_id = in_stream and (e.case_id = in_case) is true and (e.seq < in_before) is true
      and (in_stream = any (mine) or (whole and not e.inner_only))
      and e.type <> 'note.added' and (e.agency_id = in_agency or e.type <> all (in_inner))
      order by e.version desc limit in_most;
    return;
  end if;
  -- The directory is one case with all its people: it is read stream by stream.
  if directory then return; end if;
  if whole then
    return query select e.seq from event e where e.case_id = any (array[in_case, in_case]) and e.seq < in_before
      and (not e.inner_only or (e.stream_id in (select unnest(mine))) is true)
      and e.type <> 'note.added' and e.type <> 'fulfilment.assigned' and (e.agency_id = in_agency or e.type <> all (in_inner))
      order by e.case_id, e.seq desc limit in_most;
    return;
  end if;
  if cardinality(mine) > merged then
    found := array(select w.seq from (select e.seq, e.stream_id, e.type, e.agency_id from event e where e.case_id = any (array[in_case, in_case]) and e.seq < in_before
        order by e.case_id, e.seq desc limit near) w
      where (w.stream_id in (select unnest(mine))) is true
        and w.type <> 'note.added' and w.type <> 'fulfilment.assigned' and (w.agency_id = in_agency or w.type <> all (in_inner))
      order by w.seq desc limit in_most);
    if cardinality(found) >= in_most then
      return query select unnest(found);
      return;
    end if;
  end if;
  -- Said so that nothing but the stream's own index is used: that of the case would be read whole for each stream.
  return query select x.seq from unnest(mine) i(id) cross join lateral (
      select e.seq from event e where e.stream_id = i.id and (e.case_id = in_case) is true and (e.seq < in_before) is true
        and e.type <> 'note.added' and e.type <> 'fulfilment.assigned' and (e.agency_id = in_agency or e.type <> all (in_inner))
      order by e.version desc limit in_most) x
    order by x.seq desc limit in_most;
end $$;

-- A case that bears a number of an issuer already, where who asks sees it: by the index that holds the issuer, which no policy may stand in front of.
-- Every commune issues a number 1 each year.
create function numbered_case(in_kind text, in_issuer text, in_number text, in_year integer) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare found uuid;
begin
  select c.id into found from cases c where c.kind = in_kind and c.fields ->> 'issuerId' = in_issuer and c.number = in_number
    and extract(year from c.document_date) = in_year and c.document_date is not null and c.status not in ('draft', 'discarded') limit 1;
  if exists (select 1 from unnest(app_subjects()) m(id), lateral (select from visible v where v.stream_id = found and v.subject_id = m.id
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen) then return found; end if;
  return null;
end $$;
-- Beside it stood one without the issuer, which was gone through for all communes where nothing was known of how often a number is given.
drop index cases_of_number;

-- The asks for access that answer some requests of one's own agency. Which of them are told, the policy says where their rows are read.
create index case_access_requests on case_access using gin (request_ids) with (fastupdate = off);
create function accesses_of(in_agency uuid, in_requests uuid[]) returns setof uuid
language plpgsql stable rows 30 security definer set search_path = public, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  if array_position(app_subjects(), in_agency) is null then return; end if;
  return query select a.id from case_access a where a.request_ids && in_requests and (a.agency_id = in_agency) is true
    and exists (select 1 from unnest(app_subjects()) m(id), lateral (select from visible v where v.stream_id = a.id and v.subject_id = m.id and v.level >= 2
      and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0);
end $$;

-- Requests that still wait to be carried to whom they concern, so that a sweep does not go through all that were ever made.
create table access_waiting (
  request_id uuid primary key,
  at timestamptz not null
);
create index access_waiting_at on access_waiting (at);
alter table access_waiting enable row level security;
alter table access_waiting force row level security;
create policy whole on access_waiting to app_write, app_system using (true) with check (true);
grant select, insert, delete on access_waiting to app_write, app_system;
create function access_request_waits() returns trigger language plpgsql as $$
begin
  insert into access_waiting (request_id, at) select m.id, m.at from made m
    where not exists (select 1 from access_delivery d where d.request_id = m.id offset 0) on conflict do nothing;
  return null;
end $$;
create function access_request_delivered() returns trigger language plpgsql as $$
begin
  delete from access_waiting w using (select m.request_id from made m offset 0) m where w.request_id = m.request_id;
  return null;
end $$;
revoke all on function access_request_waits, access_request_delivered from public;
grant execute on function access_request_waits, access_request_delivered to app_write, app_system;
grant select on access_delivery to app_write;
lock table access_request, access_delivery in share row exclusive mode;
create trigger access_request_waits after insert on access_request referencing new table as made
  for each statement execute function access_request_waits();
create trigger access_request_delivered after insert on access_delivery referencing new table as made
  for each statement execute function access_request_delivered();
alter table access_request no force row level security;
alter table access_delivery no force row level security;
alter table access_waiting no force row level security;
insert into access_waiting (request_id, at) select r.id, r.at from access_request r
  where not exists (select 1 from access_delivery d where d.request_id = r.id);
alter table access_request force row level security;
alter table access_delivery force row level security;
alter table access_waiting force row level security;

-- Who of an agency has read a text: posts and readings are looked up, never read whole for one case.
create or replace function acknowledgement_counts(in_case uuid) returns table (agency_id uuid, unit_id uuid, required integer, confirmed integer)
language sql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
  with me as materialized (select app_subjects() as ids),
  asked as (
    select a.agency_id, p.unit_id, p.officer_id, r.version is not distinct from t.version and r.confirmed_at is not null as done
    from clause_text t join acknowledgement a on a.case_id = t.id and a.active
    cross join lateral (select p.unit_id, p.officer_id from post p where p.agency_id = a.agency_id and (a.whole or p.unit_id = any (a.unit_ids))
      and p.officer_id is not null and p.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
      and (p.valid_until is null or p.valid_until >= (now() at time zone 'Asia/Ho_Chi_Minh')::date) offset 0) p
    cross join lateral (select from officer o where o.id = p.officer_id and o.active offset 0) o
    left join lateral (select r.version, r.confirmed_at from reading r where r.case_id = in_case and r.officer_id = p.officer_id offset 0) r on true
    where t.id = in_case and exists (select 1 from unnest((select ids from me)) m(id), lateral (select from visible v where v.stream_id = in_case
      and v.subject_id = m.id and v.level >= 2 and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0))
  select k.agency_id, k.unit_id, count(distinct k.officer_id)::int, (count(distinct k.officer_id) filter (where k.done))::int
  from asked k group by grouping sets ((k.agency_id), (k.agency_id, k.unit_id))
  having grouping(k.unit_id) = 1 or k.agency_id = any ((select ids from me)::uuid[])
$$;

-- Whether a subject has a feed of its own is one look-up, whatever is known of the average subject: statistics of a day on which there was one agency made
-- it a walk through all feeds.
do $$
declare
  body text := pg_get_functiondef('search_newest'::regproc);
  old constant text := 'exists (select 1 from feed f where f.subject_id = s)';
begin
  if position(old in body) = 0 then raise exception 'search_newest has another form than expected'; end if;
  execute replace(body, old, 'exists (select 1 from feed f where f.subject_id = s offset 0)');
end $$;

revoke all on function streams_seen, agreement_evidence, timeline_page, numbered_case, accesses_of from public;
grant execute on function agreement_evidence, timeline_page, numbered_case, accesses_of to app_read;
