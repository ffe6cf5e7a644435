-- Requests for access go by typed number. Nothing here is in the way of those who ask: they write to a stream of their own agency alone, and what
-- the number fits is found afterwards, by the worker.

-- A number as it is compared: without case, diacritics, spaces, the word "số" before it and leading zeros; any dash is a hyphen.
create function number_key(t text) returns text language sql immutable strict parallel safe
return regexp_replace(regexp_replace(public.vn_fold(translate(t, '‐‑‒–—−', '------')), '\s+', '', 'g'), '^(so[:.]?)?0*(?=[0-9])', '');
-- The numbers that were given out: of no draft, and of a document only once it bears its date.
create index cases_number_key on cases (number_key(number)) where status not in ('draft', 'discarded');
create index cases_document_number_key on cases (number_key(fields ->> 'documentNumber'))
  where status not in ('draft', 'discarded') and document_date is not null and fields ? 'documentNumber';

-- What was asked, for the worker alone: the number and the reason stand sealed in the event. A row here goes on to those it fits once.
create table access_request (
  id uuid primary key,
  stream_id uuid not null,
  version integer not null,
  agency_id uuid not null,
  at timestamptz not null
);
create index access_request_at on access_request (at);
comment on table access_request is 'projection';
create table access_delivery (
  request_id uuid primary key,
  at timestamptz not null default now()
);

-- Who asks to read which case, and what came of it; `told` once the asking agency was answered.
create table case_access (
  id uuid primary key,
  case_id uuid not null,
  request_ids uuid[] not null,
  agency_id uuid not null,
  owner_agency_id uuid not null,
  state text not null,
  told boolean not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  ends_at timestamptz
);
create index case_access_case on case_access (case_id, asked_at);
create index case_access_agency on case_access (agency_id, asked_at);
create index case_access_ends on case_access (ends_at) where state = 'granted' and ends_at is not null;
comment on table case_access is 'projection';

alter table access_request enable row level security;
alter table access_request force row level security;
alter table access_delivery enable row level security;
alter table access_delivery force row level security;
alter table case_access enable row level security;
alter table case_access force row level security;
create policy whole on access_request to app_write, app_system using (true) with check (true);
create policy whole on access_delivery to app_write, app_system using (true) with check (true);
create policy whole on case_access to app_write, app_system using (true) with check (true);
-- Whoever sees the stream: the agency that runs the case, and the one that asked once it was answered.
create policy seen on case_access for select to app_read using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.stream_id = case_access.id and v.subject_id = s.id and v.level >= 2
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
grant select on case_access to app_read;
grant select, insert, update on access_request, case_access to app_write, app_system;
grant select, insert on access_delivery to app_system;
-- A request that fits nothing moves the counters that everybody's receipts and notices show, as one that fits does.
grant usage on sequence event_seq_seq, notification_id_seq to app_system;

-- Files that no command ever named go after some days, with their keys.
grant delete on file, file_chunk to app_system;
create index file_unnamed on file (uploaded_at) where stream_id is null;

-- Single lines of two long functions, whatever else they came to hold meanwhile. Who reads by a grant and later takes part has that part; and reading
-- by a grant gives no actions: sight 0 stands for it.
do $$
declare
  line record;
  body text;
begin
  for line in values
    ('write_changes', 'on conflict (subject_id, case_id) do update set updated_at = excluded.updated_at',
      'on conflict (subject_id, case_id) do update set updated_at = excluded.updated_at,
      role = case when feed.role = ''reader'' then excluded.role else feed.role end'),
    ('take_command', '(select max(v.level) from visible v',
      '(select case when max(v.level) filter (where v.reason not like ''grant:%'') >= 2 then max(v.level) filter (where v.reason not like ''grant:%'')
        when bool_or(v.reason like ''grant:%'') then 0::smallint else max(v.level) end from visible v')
  loop
    body := pg_get_functiondef(line.column1::regproc);
    if position(line.column2 in body) = 0 then raise exception '% has no line: %', line.column1, line.column2; end if;
    execute replace(body, line.column2, line.column3);
  end loop;
end $$;
