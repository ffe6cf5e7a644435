-- The kernel's tables, roles and policies. Three roles work here and none owns anything:
-- app_read (every way out, under the policies), app_write (only inside execute()), app_system (worker, sequencer, rebuild).
do $$
declare r text;
begin
  foreach r in array array['app_read', 'app_write', 'app_system'] loop
    if not exists (select 1 from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
  end loop;
  if exists (select 1 from pg_roles where rolname = 'hiepdong_app') then
    grant app_read, app_write, app_system to hiepdong_app;
  end if;
end $$;

create extension if not exists unaccent with schema public;
revoke create on schema public from public;
grant usage on schema public to app_read, app_write, app_system;

-- Case, diacritics and đ are folded, so that `su co ma doc` finds `sự cố mã độc`.
create function vn_fold(t text) returns text language sql immutable strict parallel safe
return lower(translate(public.unaccent('public.unaccent'::regdictionary, normalize(t, NFC)), 'đĐ', 'dD'));
create text search configuration vn (copy = simple);

-- Who asks, set by the server for one transaction: the officer's and the agency's id.
create function app_subjects() returns uuid[] language sql stable parallel safe
return coalesce(nullif(current_setting('app.subjects', true), ''), '{}')::uuid[];

create table stream (
  id uuid primary key,
  type text not null,
  case_id uuid not null,
  parent_id uuid,
  -- Seen only by those named for it, not by the case's owner as such: work handed on inside an agency, internal notes.
  inner_only boolean not null,
  version integer not null,
  snapshot bytea,
  snapshot_version integer not null default 0,
  snapshot_shape integer not null default 0
);
create index stream_case on stream (case_id, type, parent_id);

-- The log. The envelope is plain, the body is sealed with the case's key. Nobody may update or delete.
create table event (
  seq bigint generated always as identity primary key,
  stream_id uuid not null,
  version integer not null,
  case_id uuid not null,
  inner_only boolean not null,
  type text not null,
  type_version smallint not null,
  recorded_at timestamptz not null,
  effective_at timestamptz not null,
  officer_id uuid not null,
  agency_id uuid not null,
  body bytea not null,
  unique (stream_id, version)
);
create index event_case on event (case_id, seq desc);

-- One effect per idempotency key and officer. The answer holds ids and versions only.
create table command (
  officer_id uuid not null,
  key text not null,
  digest bytea not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (officer_id, key)
);
create index command_at on command (at);

-- Every reason to see, in one place; every policy is one EXISTS on it.
create table visible (
  subject_id uuid not null,
  stream_id uuid not null,
  case_id uuid not null,
  level smallint not null,
  reason text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null default 'infinity',
  primary key (subject_id, stream_id, reason)
);
create index visible_case on visible (subject_id, case_id);

create table cases (
  id uuid primary key,
  kind text not null,
  number text not null,
  title text not null,
  status text not null,
  owner_agency_id uuid not null,
  area_code text,
  domains text[] not null,
  document_date date,
  fields jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index cases_number on cases (kind, (fields ->> 'issuerId'), number, (extract(year from document_date)))
  where document_date is not null and status not in ('draft', 'discarded');

create table party (
  case_id uuid not null,
  agency_id uuid not null,
  role text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null default 'infinity',
  primary key (case_id, agency_id, role)
);

-- One row per subject and case it is concerned with: what lists read.
create table feed (
  subject_id uuid not null,
  case_id uuid not null,
  kind text not null,
  status text not null,
  role text not null,
  updated_at timestamptz not null,
  primary key (subject_id, case_id)
);
create index feed_all on feed (subject_id, updated_at desc, case_id desc);
create index feed_kind on feed (subject_id, kind, updated_at desc, case_id desc);
create index feed_status on feed (subject_id, kind, status, updated_at desc, case_id desc);
create index feed_case on feed (case_id);

create table fulfilment (
  id uuid primary key,
  case_id uuid not null,
  assignment_id uuid not null,
  ordinal integer not null,
  parent_id uuid,
  agency_id uuid not null,
  asker_id uuid not null,
  shape text not null,
  title text not null,
  state text not null,
  due_at timestamptz,
  soon_at timestamptz,
  accepted_at timestamptz,
  submitted_at timestamptz,
  confirmed_at timestamptz,
  extension_asked boolean not null,
  officer_id uuid,
  unit_id uuid,
  period_key text,
  version integer not null,
  updated_at timestamptz not null
);
create index fulfilment_case on fulfilment (case_id, ordinal, agency_id, id);
create index fulfilment_parent on fulfilment (parent_id) where parent_id is not null;

-- The desk: who is asked to do what by when.
create table ask (
  id uuid primary key,
  stream_id uuid not null,
  stream_type text not null,
  case_id uuid not null,
  agency_id uuid not null,
  officer_id uuid,
  unit_id uuid,
  act text not null,
  title text not null,
  asker_id uuid not null,
  verb text not null,
  due_at timestamptz not null default 'infinity',
  soon_at timestamptz not null default 'infinity',
  remind_at timestamptz,
  since timestamptz not null,
  version integer not null
);
create index ask_agency on ask (agency_id, due_at, id);
create index ask_officer on ask (officer_id, due_at, id) where officer_id is not null;
create index ask_unit on ask (unit_id, due_at, id) where unit_id is not null;
create index ask_asker on ask (asker_id, due_at, id);
create index ask_stream on ask (stream_id);
create index ask_remind on ask (remind_at) where remind_at is not null;

create table notification (
  id bigint generated always as identity primary key,
  agency_id uuid not null,
  officer_id uuid,
  stream_id uuid not null,
  case_id uuid not null,
  what text not null,
  params jsonb not null,
  asker_id uuid not null,
  at timestamptz not null
);
create index notification_agency on notification (agency_id, id desc);
-- Reading is the officer's own; up to `all_until` everything counts as read.
create table notification_read (
  officer_id uuid not null,
  notification_id bigint not null,
  primary key (officer_id, notification_id)
);
create table notification_mark (
  officer_id uuid primary key,
  all_until bigint not null
);
create table last_seen (
  officer_id uuid not null,
  case_id uuid not null,
  seen_at timestamptz not null,
  before_at timestamptz,
  primary key (officer_id, case_id)
);

create table search_doc (
  case_id uuid primary key,
  updated_at timestamptz not null,
  tsv tsvector not null
);
create index search_doc_tsv on search_doc using gin (tsv) with (fastupdate = off);

create table file (
  id uuid primary key,
  case_id uuid,
  stream_id uuid,
  agency_id uuid not null,
  officer_id uuid not null,
  inner_only boolean not null default true,
  name_sealed bytea not null,
  size bigint not null,
  sha256 text not null,
  media_type text not null,
  uploaded_at timestamptz not null default now()
);
create index file_case on file (case_id);
create table file_chunk (
  file_id uuid not null,
  part integer not null,
  sealed bytea not null,
  primary key (file_id, part)
);

-- What follows a commit: wake listeners, touch feeds of others, make jobs. Never NOTIFY inside a command.
create table outbox (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  stream_id uuid not null,
  agencies uuid[] not null,
  touch uuid[] not null default '{}',
  at timestamptz not null default now(),
  done_at timestamptz
);
create index outbox_open on outbox (id) where done_at is null;

-- Keys per case and per person in a case, wrapped by the master key that lies outside the database.
create schema vault;
grant usage on schema vault to app_read, app_write, app_system;
create table vault.seal_key (
  case_id uuid not null,
  subject_id uuid not null,
  wrapped bytea,
  made_at timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (case_id, subject_id)
);

create table read_log (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  officer_id uuid not null,
  agency_id uuid not null,
  what text not null,
  purpose text not null,
  at timestamptz not null default now()
);
create index read_log_case on read_log (case_id, id desc);

-- Case numbers: one sequence per kind and year, so that creating cases does not queue on one row. Gaps may stand.
create function next_case_number(kind_prefix text, in_year integer) returns bigint
language plpgsql security definer set search_path = public as $$
declare s text := format('case_number_%s_%s', lower(kind_prefix), in_year);
begin
  if kind_prefix !~ '^[A-Z]{2,4}$' then raise exception 'bad prefix'; end if;
  begin
    return nextval(s::regclass);
  exception when undefined_table then
    perform pg_advisory_xact_lock(hashtext(s));
    execute format('create sequence if not exists %I', s);
    return nextval(s::regclass);
  end;
end $$;
revoke all on function next_case_number from public;
grant execute on function next_case_number to app_write;

-- May the asking subjects see a stream? `whole` on the case covers the streams that stand directly under it.
alter table stream enable row level security;
alter table stream force row level security;
alter table event enable row level security;
alter table event force row level security;
alter table visible enable row level security;
alter table visible force row level security;
alter table cases enable row level security;
alter table cases force row level security;
alter table party enable row level security;
alter table party force row level security;
alter table feed enable row level security;
alter table feed force row level security;
alter table fulfilment enable row level security;
alter table fulfilment force row level security;
alter table ask enable row level security;
alter table ask force row level security;
alter table notification enable row level security;
alter table notification force row level security;
alter table notification_read enable row level security;
alter table notification_read force row level security;
alter table notification_mark enable row level security;
alter table notification_mark force row level security;
alter table last_seen enable row level security;
alter table last_seen force row level security;
alter table search_doc enable row level security;
alter table search_doc force row level security;
alter table file enable row level security;
alter table file force row level security;
alter table file_chunk enable row level security;
alter table file_chunk force row level security;
alter table outbox enable row level security;
alter table outbox force row level security;
alter table read_log enable row level security;
alter table read_log force row level security;
alter table command enable row level security;
alter table command force row level security;
alter table vault.seal_key enable row level security;
alter table vault.seal_key force row level security;

-- The write and system roles decide on the full state.
do $$
declare t text;
begin
  foreach t in array array['stream','event','visible','cases','party','feed','fulfilment','ask','notification','notification_read',
    'notification_mark','last_seen','search_doc','file','file_chunk','outbox','read_log','command','vault.seal_key'] loop
    execute format('create policy whole on %s to app_write, app_system using (true) with check (true)', t::regclass);
  end loop;
end $$;

create policy mine on visible for select to app_read using (subject_id = any (app_subjects()));
create policy seen on cases for select to app_read using (exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id = cases.id
    and now() >= v.valid_from and now() < v.valid_until));
create policy seen on party for select to app_read using (exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id = party.case_id
    and v.level >= 2 and now() >= v.valid_from and now() < v.valid_until));
create policy mine on feed for select to app_read using (subject_id = any (app_subjects()) and exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id = feed.case_id
    and now() >= v.valid_from and now() < v.valid_until));
create policy seen on stream for select to app_read using (exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id in (stream.id, stream.case_id)
    and (v.stream_id = stream.id or (v.level >= 3 and not stream.inner_only))
    and now() >= v.valid_from and now() < v.valid_until));
create policy directory on event for select to app_read using (case_id = '00000000-0000-4000-8000-00000000d1c0');
create policy seen on event for select to app_read using (exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id in (event.stream_id, event.case_id)
    and ((v.stream_id = event.stream_id and v.level >= 2) or (v.level >= 3 and not event.inner_only)) and now() >= v.valid_from and now() < v.valid_until));
create policy seen on fulfilment for select to app_read using (exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id in (fulfilment.id, fulfilment.case_id)
    and (v.stream_id = fulfilment.id or (v.level >= 3 and fulfilment.parent_id is null))
    and now() >= v.valid_from and now() < v.valid_until));
create policy mine on ask for select to app_read using (agency_id = any (app_subjects()) or asker_id = any (app_subjects()));
create policy mine on notification for select to app_read using (
  agency_id = any (app_subjects()) and (officer_id is null or officer_id = any (app_subjects())));
create policy mine on notification_read for select to app_read using (officer_id = any (app_subjects()));
create policy mine on notification_mark for select to app_read using (officer_id = any (app_subjects()));
create policy mine on last_seen for select to app_read using (officer_id = any (app_subjects()));
create policy seen on search_doc for select to app_read using (exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id = search_doc.case_id
    and now() >= v.valid_from and now() < v.valid_until));
create policy seen on file for select to app_read using (
  (stream_id is null and officer_id = any (app_subjects())) or exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id in (file.stream_id, file.case_id)
    and ((v.stream_id = file.stream_id and v.level >= 2) or (v.level >= 3 and not file.inner_only)) and now() >= v.valid_from and now() < v.valid_until));
create policy seen on file_chunk for select to app_read using (exists (select 1 from file f where f.id = file_chunk.file_id));
create policy mine on read_log for select to app_read using (exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id = read_log.case_id and v.level >= 3
    and now() >= v.valid_from and now() < v.valid_until));
create policy opened on vault.seal_key for select to app_read using (true);

grant select on visible, cases, party, feed, stream, event, fulfilment, ask, notification, notification_read, notification_mark,
  last_seen, search_doc, file, file_chunk, read_log, vault.seal_key to app_read;
grant select, insert on event, command, outbox, read_log, file, file_chunk, vault.seal_key to app_write;
grant select, insert, update, delete on visible, ask to app_write;
grant select, insert, update on stream, cases, party, feed, fulfilment, search_doc, file, notification_mark, last_seen, vault.seal_key, command
  to app_write;
grant select, insert on notification, notification_read to app_write;
grant select, insert, update, delete on visible, cases, party, feed, fulfilment, ask, notification, notification_read, notification_mark,
  last_seen, search_doc, outbox to app_system;
grant select, delete on command to app_system;
grant select on event, file, file_chunk, read_log to app_system;
grant select, update on stream, vault.seal_key to app_system;

-- Opens a command: takes its idempotency key, locks the stream, reads its snapshot and tail, and whether the subjects may act on it.
-- One round trip. `answer` is set where the same key was answered before.
create function open_command(in_officer uuid, in_key text, in_digest bytea, in_stream uuid, in_subjects uuid[])
returns table (now_at timestamptz, known boolean, known_digest bytea, answer jsonb, type text, case_id uuid, parent_id uuid, inner_only boolean,
  version integer, snapshot bytea, snapshot_version integer, snapshot_shape integer, sight smallint, tail jsonb)
language plpgsql as $$
#variable_conflict use_column
declare fresh integer;
begin
  insert into command (officer_id, key, digest) values (in_officer, in_key, in_digest) on conflict do nothing;
  get diagnostics fresh = row_count;
  if fresh = 0 then
    return query select clock_timestamp(), true, c.digest, c.answer, null::text, null::uuid, null::uuid, null::boolean, null::integer, null::bytea,
      null::integer, null::integer, null::smallint, null::jsonb from command c where c.officer_id = in_officer and c.key = in_key;
    return;
  end if;
  perform 1 from stream s where s.id = in_stream for update;
  return query select clock_timestamp(), false, null::bytea, null::jsonb, s.type, s.case_id, s.parent_id, s.inner_only, s.version, s.snapshot,
    s.snapshot_version, s.snapshot_shape,
    (select max(v.level) from visible v where v.subject_id = any (in_subjects) and v.stream_id in (s.id, s.case_id)
      and (v.stream_id = s.id or (v.level >= 3 and not s.inner_only)) and now() >= v.valid_from and now() < v.valid_until),
    stream_tail(s.id, s.snapshot_version)
  from stream s where s.id = in_stream;
  if not found then
    return query select clock_timestamp(), false, null::bytea, null::jsonb, null::text, null::uuid, null::uuid, null::boolean, 0, null::bytea, 0, 0,
      null::smallint, null::jsonb;
  end if;
end $$;

-- The events of a stream after a version, oldest first, bodies in base64.
create function stream_tail(in_stream uuid, after_version integer) returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object('seq', e.seq::text, 'version', e.version, 'type', e.type, 'typeVersion', e.type_version,
    'recordedAt', e.recorded_at, 'effectiveAt', e.effective_at, 'officerId', e.officer_id, 'agencyId', e.agency_id,
    'body', encode(e.body, 'base64')) order by e.version), '[]')
  from event e where e.stream_id = in_stream and e.version > after_version
$$;

-- Upserts whole rows of the directory's own tables: { table: [row, …] }. Every such table has the primary key `id`.
create function write_rows(rows jsonb) returns void language plpgsql as $$
declare t text; cols text; sets text;
begin
  for t in select jsonb_object_keys(rows) loop
    if t not in ('agency', 'officer', 'post', 'mandate', 'contact_point') then raise exception 'no such projection: %', t; end if;
    select string_agg(quote_ident(attname), ', '), string_agg(format('%1$I = excluded.%1$I', attname), ', ') filter (where attname <> 'id')
      into cols, sets from pg_attribute where attrelid = t::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_recordset(null::%1$I, $1) on conflict (id) do update set %3$s', t, cols, sets)
      using rows -> t;
  end loop;
end $$;

-- Writes all that a command changes, in one round trip. Sections are arrays of rows; an absent section costs nothing.
create function write_changes(doc jsonb) returns bigint language plpgsql as $$
declare last_seq bigint;
begin
  if doc ? 'newStreams' then
    insert into stream (id, type, case_id, parent_id, inner_only, version, snapshot, snapshot_version, snapshot_shape)
    select r.id, r.type, r.case_id, r.parent_id, r.inner_only, r.version, decode(r.snapshot, 'base64'), coalesce(r.snapshot_version, 0), coalesce(r.snapshot_shape, 0)
    from jsonb_to_recordset(doc -> 'newStreams') r(id uuid, type text, case_id uuid, parent_id uuid, inner_only boolean, version integer,
      snapshot text, snapshot_version integer, snapshot_shape integer);
  end if;
  if doc ? 'streams' then
    update stream s set version = r.version,
      snapshot = case when r.snapshot is null then s.snapshot else decode(r.snapshot, 'base64') end,
      snapshot_version = coalesce(r.snapshot_version, s.snapshot_version), snapshot_shape = coalesce(r.snapshot_shape, s.snapshot_shape)
    from jsonb_to_recordset(doc -> 'streams') r(id uuid, version integer, snapshot text, snapshot_version integer, snapshot_shape integer)
    where s.id = r.id;
  end if;
  if doc ? 'events' then
    with done as (
      insert into event (stream_id, version, case_id, inner_only, type, type_version, recorded_at, effective_at, officer_id, agency_id, body)
      select r.stream_id, r.version, r.case_id, r.inner_only, r.type, r.type_version, r.recorded_at, r.effective_at, r.officer_id, r.agency_id,
        decode(r.body, 'base64')
      from jsonb_to_recordset(doc -> 'events') r(stream_id uuid, version integer, case_id uuid, inner_only boolean, type text, type_version smallint,
        recorded_at timestamptz, effective_at timestamptz, officer_id uuid, agency_id uuid, body text)
      returning seq)
    select max(seq) into last_seq from done;
  end if;
  if doc ? 'cases' then
    insert into cases (id, kind, number, title, status, owner_agency_id, area_code, domains, document_date, fields, created_at, updated_at)
    select r.id, r.kind, r.number, r.title, r.status, r.owner_agency_id, r.area_code, r.domains, r.document_date, r.fields, r.at, r.at
    from jsonb_to_recordset(doc -> 'cases') r(id uuid, kind text, number text, title text, status text, owner_agency_id uuid, area_code text,
      domains text[], document_date date, fields jsonb, at timestamptz)
    on conflict (id) do update set number = excluded.number, title = excluded.title, status = excluded.status,
      owner_agency_id = excluded.owner_agency_id, area_code = excluded.area_code, domains = excluded.domains,
      document_date = excluded.document_date, fields = excluded.fields, updated_at = excluded.updated_at;
    update feed f set status = r.status, updated_at = r.at
    from jsonb_to_recordset(doc -> 'cases') r(id uuid, status text, at timestamptz)
    where f.case_id = r.id and f.status <> r.status;
  end if;
  if doc ? 'parties' then
    insert into party (case_id, agency_id, role, valid_from, valid_until)
    select r.case_id, r.agency_id, r.role, r.valid_from, coalesce(r.valid_until, 'infinity')
    from jsonb_to_recordset(doc -> 'parties') r(case_id uuid, agency_id uuid, role text, valid_from timestamptz, valid_until timestamptz)
    on conflict (case_id, agency_id, role) do update set valid_until = excluded.valid_until;
  end if;
  if doc ? 'visible' then
    insert into visible (subject_id, stream_id, case_id, level, reason, valid_from, valid_until)
    select r.subject_id, r.stream_id, r.case_id, r.level, r.reason, r.valid_from, coalesce(r.valid_until, 'infinity')
    from jsonb_to_recordset(doc -> 'visible') r(subject_id uuid, stream_id uuid, case_id uuid, level smallint, reason text,
      valid_from timestamptz, valid_until timestamptz)
    on conflict (subject_id, stream_id, reason) do update set level = excluded.level, valid_until = excluded.valid_until;
  end if;
  if doc ? 'feed' then
    insert into feed (subject_id, case_id, kind, status, role, updated_at)
    select r.subject_id, r.case_id, c.kind, c.status, r.role, r.updated_at
    from jsonb_to_recordset(doc -> 'feed') r(subject_id uuid, case_id uuid, role text, updated_at timestamptz)
    join cases c on c.id = r.case_id
    on conflict (subject_id, case_id) do update set updated_at = excluded.updated_at;
  end if;
  if doc ? 'fulfilments' then
    insert into fulfilment (id, case_id, assignment_id, ordinal, parent_id, agency_id, asker_id, shape, title, state, due_at, soon_at, accepted_at,
      submitted_at, confirmed_at, extension_asked, officer_id, unit_id, period_key, version, updated_at)
    select r.id, r.case_id, r.assignment_id, r.ordinal, r.parent_id, r.agency_id, r.asker_id, r.shape, r.title, r.state, r.due_at, r.soon_at,
      r.accepted_at, r.submitted_at, r.confirmed_at, r.extension_asked, r.officer_id, r.unit_id, r.period_key, r.version, r.updated_at
    from jsonb_to_recordset(doc -> 'fulfilments') r(id uuid, case_id uuid, assignment_id uuid, ordinal integer, parent_id uuid, agency_id uuid,
      asker_id uuid, shape text, title text, state text, due_at timestamptz, soon_at timestamptz, accepted_at timestamptz,
      submitted_at timestamptz, confirmed_at timestamptz, extension_asked boolean, officer_id uuid, unit_id uuid, period_key text,
      version integer, updated_at timestamptz)
    on conflict (id) do update set state = excluded.state, title = excluded.title, due_at = excluded.due_at, soon_at = excluded.soon_at,
      accepted_at = excluded.accepted_at, submitted_at = excluded.submitted_at, confirmed_at = excluded.confirmed_at,
      extension_asked = excluded.extension_asked, officer_id = excluded.officer_id, unit_id = excluded.unit_id,
      period_key = excluded.period_key, version = excluded.version, updated_at = excluded.updated_at;
  end if;
  if doc ? 'asksOf' then
    delete from ask where stream_id in (select (jsonb_array_elements_text(doc -> 'asksOf'))::uuid);
  end if;
  if doc ? 'asks' then
    insert into ask (id, stream_id, stream_type, case_id, agency_id, officer_id, unit_id, act, title, asker_id, verb, due_at, soon_at, remind_at,
      since, version)
    select gen_random_uuid(), r.stream_id, r.stream_type, r.case_id, r.agency_id, r.officer_id, r.unit_id, r.act, r.title, r.asker_id, r.verb,
      coalesce(r.due_at, 'infinity'), coalesce(r.soon_at, 'infinity'), r.remind_at, r.since, r.version
    from jsonb_to_recordset(doc -> 'asks') r(stream_id uuid, stream_type text, case_id uuid, agency_id uuid, officer_id uuid, unit_id uuid,
      act text, title text, asker_id uuid, verb text, due_at timestamptz, soon_at timestamptz, remind_at timestamptz, since timestamptz,
      version integer);
  end if;
  if doc ? 'notify' then
    insert into notification (agency_id, officer_id, stream_id, case_id, what, params, asker_id, at)
    select r.agency_id, r.officer_id, r.stream_id, r.case_id, r.what, r.params, r.asker_id, r.at
    from jsonb_to_recordset(doc -> 'notify') r(agency_id uuid, officer_id uuid, stream_id uuid, case_id uuid, what text, params jsonb,
      asker_id uuid, at timestamptz);
  end if;
  if doc ? 'search' then
    insert into search_doc (case_id, updated_at, tsv)
    select r.case_id, r.at, setweight(to_tsvector('vn', vn_fold(r.number || ' ' || r.title)), 'A') || to_tsvector('vn', vn_fold(left(r.text, 200000)))
    from jsonb_to_recordset(doc -> 'search') r(case_id uuid, number text, title text, text text, at timestamptz)
    on conflict (case_id) do update set tsv = excluded.tsv, updated_at = excluded.updated_at;
  end if;
  if doc ? 'rows' then
    perform write_rows(doc -> 'rows');
  end if;
  if doc ? 'files' then
    update file f set case_id = r.case_id, stream_id = r.stream_id, inner_only = r.inner_only
    from jsonb_to_recordset(doc -> 'files') r(id uuid, case_id uuid, stream_id uuid, inner_only boolean)
    where f.id = r.id and f.stream_id is null;
  end if;
  if doc ? 'outbox' then
    insert into outbox (case_id, stream_id, agencies, touch)
    select r.case_id, r.stream_id, r.agencies, r.touch
    from jsonb_to_recordset(doc -> 'outbox') r(case_id uuid, stream_id uuid, agencies uuid[], touch uuid[]);
  end if;
  if doc ? 'command' then
    update command c set answer = (doc -> 'command' -> 'answer') || jsonb_build_object('seq', last_seq::text)
    where c.officer_id = (doc #>> '{command,officerId}')::uuid and c.key = doc #>> '{command,key}';
  end if;
  return last_seq;
end $$;
revoke all on function open_command, write_changes, write_rows from public;
grant execute on function open_command, write_changes, write_rows to app_write;
