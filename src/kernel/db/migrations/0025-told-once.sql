-- A new version, title or limit of an ask writes its row alone: where no indexed column moves, none of its indexes is touched, and pages have the
-- room for it. So have those of streams and fulfilments.
alter table ask set (fillfactor = 80);
alter table stream set (fillfactor = 85);
alter table fulfilment set (fillfactor = 85);

-- What all rows of a section have in common is told once, in `same`: an order to every commune is half as long, to write, to send and to read.
create type written_stream as (id uuid, type text, case_id uuid, parent_id uuid, inner_only boolean, version integer, snapshot text,
  snapshot_version integer, snapshot_shape integer);
create type written_event as (stream_id uuid, version integer, case_id uuid, inner_only boolean, type text, type_version smallint,
  recorded_at timestamptz, effective_at timestamptz, officer_id uuid, agency_id uuid, body text);

-- As before; `doc.same` holds, by section, the columns that are equal in all its rows. An ask keeps its row while the same is asked of the same: its id
-- follows from that (ask-id.ts). The asks of a stream and the feed of a case are found by their index, whatever the statistics say, and asks learn
-- their kind with the rest. A server of the version before names no asks and writes the answer of a command here.
create or replace function write_changes(doc jsonb) returns bigint language plpgsql as $$
declare last_seq bigint;
begin
  if doc ? 'newStreams' then
    insert into stream (id, type, case_id, parent_id, inner_only, version, snapshot, snapshot_version, snapshot_shape)
    select r.id, r.type, r.case_id, r.parent_id, r.inner_only, r.version, decode(r.snapshot, 'base64'), coalesce(r.snapshot_version, 0), coalesce(r.snapshot_shape, 0)
    from jsonb_populate_recordset(jsonb_populate_record(null::written_stream, doc #> '{same,newStreams}'), doc -> 'newStreams') r;
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
      from jsonb_populate_recordset(jsonb_populate_record(null::written_event, doc #> '{same,events}'), doc -> 'events') r
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
    where f.case_id = r.id and f.status <> r.status and f.case_id = any (array(select (c ->> 'id')::uuid from jsonb_array_elements(doc -> 'cases') c));
  end if;
  if doc ? 'parties' then
    insert into party (case_id, agency_id, role, valid_from, valid_until)
    select r.case_id, r.agency_id, r.role, r.valid_from, coalesce(r.valid_until, 'infinity')
    from jsonb_populate_recordset(jsonb_populate_record(null::party, doc #> '{same,parties}'), doc -> 'parties') r
    on conflict (case_id, agency_id, role) do update set valid_until = excluded.valid_until;
  end if;
  if doc ? 'visible' then
    insert into visible (subject_id, stream_id, case_id, level, reason, valid_from, valid_until)
    select r.subject_id, r.stream_id, r.case_id, r.level, r.reason, r.valid_from, coalesce(r.valid_until, 'infinity')
    from jsonb_populate_recordset(jsonb_populate_record(null::visible, doc #> '{same,visible}'), doc -> 'visible') r
    on conflict (subject_id, stream_id, reason) do update set level = excluded.level, valid_until = excluded.valid_until;
  end if;
  if doc ? 'feed' then
    insert into feed (subject_id, case_id, kind, status, role, updated_at)
    select r.subject_id, r.case_id, c.kind, c.status, r.role, r.updated_at
    from jsonb_populate_recordset(jsonb_populate_record(null::feed, doc #> '{same,feed}'), doc -> 'feed') r
    join cases c on c.id = r.case_id
    on conflict (subject_id, case_id) do update set updated_at = excluded.updated_at;
  end if;
  if doc ? 'fulfilments' then
    insert into fulfilment (id, case_id, assignment_id, ordinal, parent_id, agency_id, asker_id, shape, title, state, due_at, soon_at, accepted_at,
      submitted_at, confirmed_at, extension_asked, officer_id, unit_id, period_key, version, updated_at)
    select r.id, r.case_id, r.assignment_id, r.ordinal, r.parent_id, r.agency_id, r.asker_id, r.shape, r.title, r.state, r.due_at, r.soon_at,
      r.accepted_at, r.submitted_at, r.confirmed_at, r.extension_asked, r.officer_id, r.unit_id, r.period_key, r.version, r.updated_at
    from jsonb_populate_recordset(jsonb_populate_record(null::fulfilment, doc #> '{same,fulfilments}'), doc -> 'fulfilments') r
    on conflict (id) do update set state = excluded.state, title = excluded.title, due_at = excluded.due_at, soon_at = excluded.soon_at,
      accepted_at = excluded.accepted_at, submitted_at = excluded.submitted_at, confirmed_at = excluded.confirmed_at,
      extension_asked = excluded.extension_asked, officer_id = excluded.officer_id, unit_id = excluded.unit_id,
      period_key = excluded.period_key, version = excluded.version, updated_at = excluded.updated_at;
  end if;
  if doc ? 'asksOf' then
    delete from ask a where a.stream_id = any (array(select (jsonb_array_elements_text(doc -> 'asksOf'))::uuid))
      and a.id not in (select r.id from jsonb_to_recordset(doc -> 'asks') r(id uuid) where r.id is not null);
  end if;
  if doc ? 'asks' then
    -- A moment to remind at stays with its limit: a sweep that is late has yet to give it.
    insert into ask as a (id, stream_id, stream_type, case_id, agency_id, officer_id, unit_id, act, title, asker_id, verb, due_at, soon_at, remind_at,
      since, version, kind)
    select coalesce(r.id, ask_id(r.since)), r.stream_id, r.stream_type, r.case_id, r.agency_id, r.officer_id, r.unit_id, r.act, r.title, r.asker_id, r.verb,
      coalesce(r.due_at, 'infinity'), coalesce(r.soon_at, 'infinity'), r.remind_at, r.since, r.version, c.kind
    from jsonb_populate_recordset(jsonb_populate_record(null::ask, doc #> '{same,asks}'), doc -> 'asks') r left join cases c on c.id = r.case_id
    on conflict (id) do update set title = excluded.title, due_at = excluded.due_at, soon_at = excluded.soon_at,
      remind_at = case when a.due_at = excluded.due_at then a.remind_at else excluded.remind_at end, version = excluded.version;
  end if;
  if doc ? 'notify' then
    insert into notification (agency_id, officer_id, stream_id, case_id, what, params, asker_id, at)
    select r.agency_id, r.officer_id, r.stream_id, r.case_id, r.what, r.params, r.asker_id, r.at
    from jsonb_populate_recordset(jsonb_populate_record(null::notification, doc #> '{same,notify}'), doc -> 'notify') r;
  end if;
  if doc ? 'search' then
    insert into search_doc (case_id, updated_at, tsv)
    select r.case_id, r.at, setweight(to_tsvector('vn', vn_fold(r.number || ' ' || r.title)), 'A') || to_tsvector('vn', vn_fold(left(r.text, 200000)))
    from jsonb_to_recordset(doc -> 'search') r(case_id uuid, number text, title text, text text, at timestamptz)
    on conflict (case_id) do update set tsv = excluded.tsv, updated_at = excluded.updated_at
      where (search_doc.tsv, search_doc.updated_at) is distinct from (excluded.tsv, excluded.updated_at);
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

-- Only who does not tell the kind of an ask is told it.
drop trigger ask_has_its_kind on ask;
create trigger ask_has_its_kind before insert on ask for each row when (new.kind is null) execute function ask_has_its_kind();
grant execute on function ask_id to app_write, app_system;
