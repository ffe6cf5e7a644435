-- What agreements need beside their own stream: ties between cases, work done as evidence, texts to read and who has read them.
-- All are projections, written by write_rows() under the write path; ids, days and short titles only.

-- A place in one case (a clause) and what stands for it: an assignment of that case, or another case that is tied to it.
create table link (
  id uuid primary key,
  from_case uuid not null,
  label uuid not null,
  what text not null check (what in ('assignment', 'case')),
  to_id uuid not null,
  by_agency uuid not null,
  since timestamptz not null,
  until timestamptz not null default 'infinity'
);
create index link_from on link (from_case, what);
create index link_to on link (to_id);

-- A piece of work done, on the day it took effect: a result handed in for an assignment, or one recorded for a clause (`label`) directly.
-- `state`: recorded, submitted, confirmed; returned and withdrawn ones stay as rows and count nowhere.
create table evidence (
  id uuid primary key,
  case_id uuid not null,
  stream_id uuid not null,
  label uuid,
  assignment_id uuid,
  agency_id uuid not null,
  on_day date not null,
  title text not null,
  state text not null check (state in ('recorded', 'submitted', 'confirmed', 'returned', 'withdrawn'))
);
create index evidence_case on evidence (case_id, on_day);

-- The text of a case that is to be read clause by clause: its version and the ids of its clauses. The id is the case's.
create table clause_text (
  id uuid primary key,
  version integer not null,
  clause_ids uuid[] not null,
  open boolean not null,
  since timestamptz not null
);

-- Whom an agency asks to read the text of a case. `whole`: every officer in a post of it.
create table acknowledgement (
  id uuid primary key,
  case_id uuid not null,
  agency_id uuid not null,
  whole boolean not null,
  unit_ids uuid[] not null,
  due_on date,
  due_at timestamptz,
  soon_at timestamptz,
  active boolean not null,
  since timestamptz not null
);
create index acknowledgement_case on acknowledgement (case_id);
create index acknowledgement_agency on acknowledgement (agency_id) where active;

-- What one officer has confirmed. Nobody but this officer can read the row; others see counts.
create table reading (
  id uuid primary key,
  case_id uuid not null,
  officer_id uuid not null,
  version integer not null,
  confirmed_at timestamptz
);
create unique index reading_officer on reading (case_id, officer_id);

comment on table link is 'projection';
comment on table evidence is 'projection';
comment on table clause_text is 'projection';
comment on table acknowledgement is 'projection';
comment on table reading is 'projection';

alter table link enable row level security;
alter table link force row level security;
alter table evidence enable row level security;
alter table evidence force row level security;
alter table clause_text enable row level security;
alter table clause_text force row level security;
alter table acknowledgement enable row level security;
alter table acknowledgement force row level security;
alter table reading enable row level security;
alter table reading force row level security;

do $$
declare t text;
begin
  foreach t in array array['link', 'evidence', 'clause_text', 'acknowledgement', 'reading'] loop
    execute format('create policy whole on %I to app_write, app_system using (true) with check (true)', t);
    execute format('grant select on %I to app_read', t);
    execute format('grant select, insert, update on %I to app_write', t);
    execute format('grant select, insert, update, delete on %I to app_system', t);
  end loop;
end $$;

-- A tie is seen by those who see both ends, so that it tells nobody of a case they may not know of.
create policy seen on link for select to app_read using (
  exists (select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id = link.from_case and v.level >= 2
    and now() >= v.valid_from and now() < v.valid_until)
  and (what <> 'case' or exists (select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id = link.to_id
    and now() >= v.valid_from and now() < v.valid_until)));
create policy seen on evidence for select to app_read using (exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id in (evidence.stream_id, evidence.case_id)
    and ((v.stream_id = evidence.stream_id and v.level >= 2) or v.level >= 3) and now() >= v.valid_from and now() < v.valid_until));
create policy seen on clause_text for select to app_read using (exists (
  select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id = clause_text.id and v.level >= 2
    and now() >= v.valid_from and now() < v.valid_until));
create policy mine on acknowledgement for select to app_read using (agency_id = any (app_subjects()));
create policy mine on reading for select to app_read using (officer_id = any (app_subjects()));

-- Row-level security is forced on owners too. Functions that run as the owner check the subjects themselves; these policies let them read.
create policy counted on visible for select to current_user using (subject_id = any (app_subjects()));
create policy counted on feed for select to current_user using (subject_id = any (app_subjects()));
create policy counted on search_doc for select to current_user using (true);
create policy counted on clause_text for select to current_user using (true);
create policy counted on acknowledgement for select to current_user using (true);
create policy counted on reading for select to current_user using (true);

-- How many of those who must read the text that stands have confirmed it: by agency, and by unit for the asking agency alone.
-- Whoever holds two posts counts once in the agency. Never by officer.
create function acknowledgement_counts(in_case uuid)
returns table (agency_id uuid, unit_id uuid, required integer, confirmed integer)
language sql stable security definer set search_path = public as $$
  with asked as (
    select a.agency_id, p.unit_id, p.officer_id, r.version is not distinct from t.version and r.confirmed_at is not null as done
    from clause_text t join acknowledgement a on a.case_id = t.id and a.active
    join post p on p.agency_id = a.agency_id and (a.whole or p.unit_id = any (a.unit_ids)) and p.officer_id is not null
      and p.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
      and (p.valid_until is null or p.valid_until >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
    join officer o on o.id = p.officer_id and o.active
    left join reading r on r.case_id = t.id and r.officer_id = p.officer_id
    where t.id = in_case and exists (select 1 from visible v where v.subject_id = any (app_subjects()) and v.stream_id = in_case
      and v.level >= 2 and now() >= v.valid_from and now() < v.valid_until))
  select k.agency_id, k.unit_id, count(distinct k.officer_id)::int, (count(distinct k.officer_id) filter (where k.done))::int
  from asked k group by grouping sets ((k.agency_id), (k.agency_id, k.unit_id))
  having grouping(k.unit_id) = 1 or k.agency_id = any (app_subjects())
$$;
revoke all on function acknowledgement_counts from public;
grant execute on function acknowledgement_counts to app_read;

-- Upserts whole rows of projections: { table: [row, …] }. Beside the directory's tables those whose comment says 'projection';
-- every such table has the primary key `id`.
create or replace function write_rows(rows jsonb) returns void language plpgsql as $$
declare t text; cols text; sets text;
begin
  for t in select jsonb_object_keys(rows) loop
    if t not in ('agency', 'officer', 'post', 'mandate', 'contact_point')
      and coalesce(obj_description(to_regclass('public.' || quote_ident(t)), 'pg_class'), '') <> 'projection' then
      raise exception 'no such projection: %', t;
    end if;
    select string_agg(quote_ident(attname), ', '), string_agg(format('%1$I = excluded.%1$I', attname), ', ') filter (where attname <> 'id')
      into cols, sets from pg_attribute where attrelid = t::regclass and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('insert into %1$I (%2$s) select %2$s from jsonb_populate_recordset(null::%1$I, $1) on conflict (id) do update set %3$s', t, cols, sets)
      using rows -> t;
  end loop;
end $$;
