-- A rebuild compares before it writes: what stands as the log tells it is left alone, with its indexes and with what search folded in of it.

-- Upserts the rows of projections as write_rows() does, those alone that differ.
create function rebuild_rows(rows jsonb) returns void language plpgsql as $$
declare t text; cols text; olds text; news text; sets text;
begin
  for t in select jsonb_object_keys(rows) loop
    if t not in ('agency', 'officer', 'post', 'mandate', 'contact_point')
      and coalesce(obj_description(to_regclass('public.' || quote_ident(t)), 'pg_class'), '') <> 'projection' then
      raise exception 'no such projection: %', t;
    end if;
    select string_agg(quote_ident(attname), ', '), string_agg(format('h.%I', attname), ', '), string_agg(format('r.%I', attname), ', '),
        string_agg(format('%1$I = excluded.%1$I', attname), ', ') filter (where attname <> 'id')
      into cols, olds, news, sets from pg_attribute where attrelid = t::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('insert into %1$I (%2$s) select %4$s from jsonb_populate_recordset(null::%1$I, $1) r
      left join lateral (select * from %1$I h where h.id = r.id offset 0) h on true
      where h.id is null or (%3$s) is distinct from (%4$s) on conflict (id) do update set %5$s', t, cols, olds, news, sets) using rows -> t;
  end loop;
end $$;

-- Makes the projections of these cases what `doc` says, whose sections are those of write_changes(). The streams of the cases are locked by who calls,
-- so that no command writes the same rows meanwhile. A touch of the feed carries the moment at which its command began: what is the same to a second
-- stands. What there is of a case is looked up case by case, whatever the statistics say. Cases and texts are never taken away.
create function rebuild_cases(in_cases uuid[], doc jsonb) returns void language plpgsql as $$
begin
  insert into cases as c (id, kind, number, title, status, owner_agency_id, area_code, domains, document_date, fields, created_at, updated_at)
  select r.id, r.kind, r.number, r.title, r.status, r.owner_agency_id, r.area_code, r.domains, r.document_date, r.fields, r.at, r.at
  from jsonb_to_recordset(doc -> 'cases') r(id uuid, kind text, number text, title text, status text, owner_agency_id uuid, area_code text,
    domains text[], document_date date, fields jsonb, at timestamptz)
  left join lateral (select * from cases h where h.id = r.id offset 0) h on true
  where h.id is null or (h.number, h.title, h.status, h.owner_agency_id, h.area_code, h.domains, h.document_date, h.fields, h.updated_at)
    is distinct from (r.number, r.title, r.status, r.owner_agency_id, r.area_code, r.domains, r.document_date, r.fields, r.at)
  on conflict (id) do update set number = excluded.number, title = excluded.title, status = excluded.status,
    owner_agency_id = excluded.owner_agency_id, area_code = excluded.area_code, domains = excluded.domains,
    document_date = excluded.document_date, fields = excluded.fields, updated_at = excluded.updated_at;

  with r as materialized (
    select r.case_id, r.agency_id, r.role, r.valid_from, coalesce(r.valid_until, 'infinity') as valid_until
    from jsonb_populate_recordset(null::party, doc -> 'parties') r),
  h as materialized (
    select h.* from unnest(in_cases) c(id) cross join lateral (select * from party h where h.case_id = c.id offset 0) h),
  gone as (
    delete from party p using (select h.* from h where not exists (
      select 1 from r where r.case_id = h.case_id and r.agency_id = h.agency_id and r.role = h.role)) g
    where p.case_id = g.case_id and p.agency_id = g.agency_id and p.role = g.role)
  insert into party (case_id, agency_id, role, valid_from, valid_until)
  select r.* from r left join h using (case_id, agency_id, role)
  where (h.valid_from, h.valid_until) is distinct from (r.valid_from, r.valid_until)
  on conflict (case_id, agency_id, role) do update set valid_from = excluded.valid_from, valid_until = excluded.valid_until;

  with r as materialized (
    select r.subject_id, r.stream_id, r.case_id, r.level, r.reason, r.valid_from, coalesce(r.valid_until, 'infinity') as valid_until
    from jsonb_populate_recordset(null::visible, doc -> 'visible') r),
  h as materialized (
    select h.* from unnest(in_cases) c(id) cross join lateral (select * from visible h where h.case_id = c.id offset 0) h),
  gone as (
    delete from visible v using (select h.* from h where not exists (
      select 1 from r where r.stream_id = h.stream_id and r.subject_id = h.subject_id and r.reason = h.reason)) g
    where v.stream_id = g.stream_id and v.subject_id = g.subject_id and v.reason = g.reason)
  insert into visible (subject_id, stream_id, case_id, level, reason, valid_from, valid_until)
  select r.* from r left join h using (stream_id, subject_id, reason)
  where (h.case_id, h.level, h.valid_from, h.valid_until) is distinct from (r.case_id, r.level, r.valid_from, r.valid_until)
  on conflict (subject_id, stream_id, reason) do update set case_id = excluded.case_id, level = excluded.level,
    valid_from = excluded.valid_from, valid_until = excluded.valid_until;

  with r as materialized (
    select r.subject_id, r.case_id, c.kind, c.status, r.role, r.updated_at
    from jsonb_populate_recordset(null::feed, doc -> 'feed') r
    cross join lateral (select c.kind, c.status from cases c where c.id = r.case_id offset 0) c),
  h as materialized (
    select h.* from unnest(in_cases) c(id) cross join lateral (select * from feed h where h.case_id = c.id offset 0) h),
  gone as (
    delete from feed f using (select h.* from h where not exists (
      select 1 from r where r.subject_id = h.subject_id and r.case_id = h.case_id)) g
    where f.subject_id = g.subject_id and f.case_id = g.case_id)
  insert into feed (subject_id, case_id, kind, status, role, updated_at)
  select r.* from r left join h using (subject_id, case_id)
  where (h.kind, h.status, h.role) is distinct from (r.kind, r.status, r.role)
    or h.updated_at not between r.updated_at - interval '1 second' and r.updated_at + interval '1 second'
  order by r.case_id, r.subject_id
  on conflict (subject_id, case_id) do update set kind = excluded.kind, status = excluded.status, role = excluded.role,
    updated_at = excluded.updated_at;

  with r as materialized (
    select r.* from jsonb_populate_recordset(null::fulfilment, doc -> 'fulfilments') r),
  h as materialized (
    select h.* from unnest(in_cases) c(id) cross join lateral (select * from fulfilment h where h.case_id = c.id offset 0) h),
  gone as (
    delete from fulfilment f using (select h.* from h where not exists (select 1 from r where r.id = h.id)) g where f.id = g.id)
  insert into fulfilment (id, case_id, assignment_id, ordinal, parent_id, agency_id, asker_id, shape, title, state, due_at, soon_at, accepted_at,
    submitted_at, confirmed_at, extension_asked, officer_id, unit_id, period_key, version, updated_at)
  select r.id, r.case_id, r.assignment_id, r.ordinal, r.parent_id, r.agency_id, r.asker_id, r.shape, r.title, r.state, r.due_at, r.soon_at,
    r.accepted_at, r.submitted_at, r.confirmed_at, r.extension_asked, r.officer_id, r.unit_id, r.period_key, r.version, r.updated_at
  from r left join h on h.id = r.id
  where h.id is null or (h.case_id, h.assignment_id, h.ordinal, h.parent_id, h.agency_id, h.asker_id, h.shape, h.title, h.state, h.due_at, h.soon_at, h.accepted_at,
    h.submitted_at, h.confirmed_at, h.extension_asked, h.officer_id, h.unit_id, h.period_key, h.version, h.updated_at)
    is distinct from (r.case_id, r.assignment_id, r.ordinal, r.parent_id, r.agency_id, r.asker_id, r.shape, r.title, r.state, r.due_at, r.soon_at, r.accepted_at,
    r.submitted_at, r.confirmed_at, r.extension_asked, r.officer_id, r.unit_id, r.period_key, r.version, r.updated_at)
  on conflict (id) do update set case_id = excluded.case_id, assignment_id = excluded.assignment_id, ordinal = excluded.ordinal,
    parent_id = excluded.parent_id, agency_id = excluded.agency_id, asker_id = excluded.asker_id, shape = excluded.shape, title = excluded.title,
    state = excluded.state, due_at = excluded.due_at, soon_at = excluded.soon_at, accepted_at = excluded.accepted_at,
    submitted_at = excluded.submitted_at, confirmed_at = excluded.confirmed_at, extension_asked = excluded.extension_asked,
    officer_id = excluded.officer_id, unit_id = excluded.unit_id, period_key = excluded.period_key, version = excluded.version,
    updated_at = excluded.updated_at;

  with r as materialized (
    select r.id, r.stream_id, r.stream_type, r.case_id, r.agency_id, r.officer_id, r.unit_id, r.act, r.title, r.asker_id, r.verb,
      coalesce(r.due_at, 'infinity') as due_at, coalesce(r.soon_at, 'infinity') as soon_at, r.remind_at, r.since, r.version, c.kind
    from jsonb_populate_recordset(null::ask, doc -> 'asks') r
    left join lateral (select c.kind from cases c where c.id = r.case_id offset 0) c on true),
  h as materialized (
    select h.* from unnest(in_cases) c(id) cross join lateral (select s.id from stream s where s.case_id = c.id offset 0) s
    cross join lateral (select * from ask h where h.stream_id = s.id offset 0) h),
  gone as (
    delete from ask a using (select h.* from h where not exists (select 1 from r where r.id = h.id)) g where a.id = g.id)
  insert into ask (id, stream_id, stream_type, case_id, agency_id, officer_id, unit_id, act, title, asker_id, verb, due_at, soon_at, remind_at,
    since, version, kind)
  select r.* from r left join h on h.id = r.id
  where h.id is null or (h.stream_id, h.stream_type, h.case_id, h.agency_id, h.officer_id, h.unit_id, h.act, h.title, h.asker_id, h.verb, h.due_at, h.soon_at,
    h.remind_at, h.since, h.version, h.kind) is distinct from (r.stream_id, r.stream_type, r.case_id, r.agency_id, r.officer_id, r.unit_id, r.act,
    r.title, r.asker_id, r.verb, r.due_at, r.soon_at, r.remind_at, r.since, r.version, r.kind)
  on conflict (id) do update set stream_id = excluded.stream_id, stream_type = excluded.stream_type, case_id = excluded.case_id,
    agency_id = excluded.agency_id, officer_id = excluded.officer_id, unit_id = excluded.unit_id, act = excluded.act, title = excluded.title,
    asker_id = excluded.asker_id, verb = excluded.verb, due_at = excluded.due_at, soon_at = excluded.soon_at, remind_at = excluded.remind_at,
    since = excluded.since, version = excluded.version, kind = excluded.kind;

  with r as materialized (
    select r.case_id, r.at, setweight(to_tsvector('vn', vn_fold(r.number || ' ' || r.title)), 'A') || to_tsvector('vn', vn_fold(left(r.text, 200000))) as tsv
    from jsonb_to_recordset(doc -> 'search') r(case_id uuid, number text, title text, text text, at timestamptz))
  insert into search_doc (case_id, updated_at, tsv)
  select r.* from r left join lateral (select * from search_doc h where h.case_id = r.case_id offset 0) h on true
  where h.case_id is null or (h.tsv, h.updated_at) is distinct from (r.tsv, r.at)
  on conflict (case_id) do update set tsv = excluded.tsv, updated_at = excluded.updated_at;

  perform rebuild_rows(coalesce(doc -> 'rows', '{}'));
end $$;

revoke all on function rebuild_rows, rebuild_cases from public;
grant execute on function rebuild_rows, rebuild_cases to app_system;
