-- Commands that come at the same moment are taken up and written together: each statement of a command costs as much to begin as to do, and each commit
-- waits for the disk. All is looked up by its index: a plan that was made on the first day would read all commands that came since. take_command() and
-- write_command() stay for servers of the version before.

-- Which of these commands (numbered from 1, as take_commands() has them) are given by a session that still acts as its officer in this post with these
-- rights, see still_acts(): looked up in one go.
create function still_acting(in_commands jsonb) returns bigint[] language plpgsql stable security definer set search_path = public, pg_temp
set enable_seqscan = off as $$
declare today date := (now() at time zone 'Asia/Ho_Chi_Minh')::date;
begin
  return array(select g.n
    from rows from (jsonb_to_recordset(in_commands) as (token text, officer uuid, post uuid, agency uuid, unit uuid, rights text[], stated boolean))
      with ordinality g(token, officer, post, agency, unit, rights, stated, n)
    cross join lateral (
      select s."postId" from auth.session s join auth."user" u on u.id = s."userId" and u."officerId" = g.officer
      where s.token = g.token and s."expiresAt" > now() offset 0) session
    cross join lateral (
      select p.id, p.agency_id, p.unit_id, p.rights from post p join officer o on o.id = p.officer_id and o.active
      where p.officer_id = g.officer
        and case when g.stated then p.id = g.post when session."postId" is null then true else p.id = session."postId" end
        and p.valid_from <= today and (p.valid_until is null or p.valid_until >= today)
        and not exists (select 1 from agency a where a.id in (p.agency_id, p.unit_id) and a.valid_until < today offset 0)
      order by (o.home_agency_id in (p.agency_id, p.unit_id)) desc, p.officer_since, p.valid_from, p.title, p.id limit 1) acting
    where acting.id = g.post and acting.agency_id = g.agency and acting.unit_id = g.unit and acting.rights = g.rights);
end $$;

-- Takes up commands, given as an array of {token, officer, post, agency, unit, rights, key, stream, stated, kept}: locks their streams, then reads in one
-- look for each whether the session still acts so (null token: no session stands behind), what the same key was answered, the stream with its snapshot
-- and tail, how far the actor sees it (0: by a grant alone, which gives no actions), and the case's wrapped key. One row for each, in their order (`n`, from
-- 1). Nothing is written.
-- With `in_wait` it waits for streams that others hold. Without, such a command is told `busy` and nothing of it counts, and nothing that follows in
-- this transaction waits longer than a tenth of a second: who is not to blame is not to wait.
-- `kept` is the version at which the server keeps the stream's state opened, 0 for none. Where the stream stands at it, under its lock, and the
-- state is `lasting`, neither snapshot nor tail is fetched. Lasting is what no key of its case was destroyed for; the directory is one case with all
-- its people, so nothing of it is kept.
-- Reasons to see are asked for in their order, which only the index by stream and subject has: any other is gone through.
create function take_commands(in_commands jsonb, in_wait boolean)
returns table (n bigint, now_at timestamptz, acts boolean, known_digest bytea, answer jsonb, type text, case_id uuid, parent_id uuid, inner_only boolean,
  version integer, snapshot bytea, snapshot_version integer, snapshot_shape integer, sight smallint, wrapped bytea, lasting boolean, tail jsonb, busy boolean)
language plpgsql set enable_seqscan = off set enable_sort = off as $$
#variable_conflict use_column
declare
  streams uuid[] := array(select (jsonb_array_elements(in_commands) ->> 'stream')::uuid);
  held uuid[];
  acting bigint[];
  taken_at timestamptz;
begin
  if in_wait then
    perform from stream s where s.id = any (streams) order by s.id for update;
  else
    perform set_config('lock_timeout', '100ms', true);
    held := array(select s.id from stream s where s.id = any (streams) for update skip locked);
  end if;
  acting := still_acting(in_commands);
  -- One moment for all: what they write stands in one document.
  taken_at := clock_timestamp();
  return query select g.n, taken_at, g.token is null or g.n = any (acting),
    c.digest, c.answer, s.type, s.case_id, s.parent_id, s.inner_only, s.version,
    case when s.version <> g.kept or not l.lasting then s.snapshot end, s.snapshot_version, s.snapshot_shape,
    (select case when max(v.level) filter (where v.reason not like 'grant:%') >= 2 then max(v.level) filter (where v.reason not like 'grant:%')
        when bool_or(v.reason like 'grant:%') then 0::smallint else max(v.level) end
      from unnest(array[g.agency, g.unit, g.officer]) m(id) cross join unnest(array[s.id, s.case_id]) t(id) cross join lateral (
        select v.level, v.reason from visible v where v.stream_id = t.id and v.subject_id = m.id and (t.id = s.id or (v.level >= 3 and not s.inner_only))
          and now() >= v.valid_from and now() < v.valid_until order by v.reason offset 0) v),
    k.wrapped, l.lasting,
    case when s.version <> g.kept or not l.lasting then (
      select jsonb_agg(jsonb_build_object('seq', e.seq::text, 'version', e.version, 'type', e.type, 'typeVersion', e.type_version,
        'recordedAt', e.recorded_at, 'effectiveAt', e.effective_at, 'officerId', e.officer_id, 'agencyId', e.agency_id,
        'body', encode(e.body, 'base64')) order by e.version)
      from event e where e.stream_id = s.id and e.version > s.snapshot_version) end,
    not in_wait and s.id is not null and not s.id = any (held)
  from rows from (jsonb_to_recordset(in_commands) as (token text, officer uuid, agency uuid, unit uuid, key text, stream uuid, kept integer))
      with ordinality g(token, officer, agency, unit, key, stream, kept, n)
    left join lateral (select * from stream x where x.id = g.stream offset 0) s on true
    left join lateral (select x.digest, x.answer from command x where x.officer_id = g.officer and x.key = g.key offset 0) c on true
    left join lateral (select x.wrapped from vault.seal_key x
      where x.case_id = s.case_id and x.subject_id = '00000000-0000-0000-0000-000000000000' offset 0) k on true
    cross join lateral (select s.case_id <> '00000000-0000-4000-8000-00000000d1c0'
      and not exists (select 1 from vault.seal_key d where d.case_id = s.case_id and d.destroyed_at is not null offset 0) as lasting offset 0) l
  order by g.n;
end $$;

-- Writes all that commands change and what they answer, in one round trip. `doc.commands` names each: {officer_id, key, digest in base64, answer,
-- last_stream, last_version}, the last two its last event, null where it has none. Answers their positions in the log, in the same order. Two commands
-- under one key meet here, at the key of `command`.
create function write_commands(doc jsonb) returns table (seq text) language plpgsql set enable_seqscan = off as $$
begin
  perform write_changes(doc);
  if doc ? 'keys' then
    insert into vault.seal_key (case_id, subject_id, wrapped)
    select r.case_id, r.subject_id, decode(r.wrapped, 'base64') from jsonb_to_recordset(doc -> 'keys') r(case_id uuid, subject_id uuid, wrapped text);
  end if;
  return query insert into command (officer_id, key, digest, answer)
    select r.officer_id, r.key, decode(r.digest, 'base64'), r.answer || jsonb_build_object('seq',
      (select e.seq::text from event e where e.stream_id = r.last_stream and e.version = r.last_version))
    from jsonb_to_recordset(doc -> 'commands') r(officer_id uuid, key text, digest text, answer jsonb, last_stream uuid, last_version integer)
    returning answer ->> 'seq';
end $$;

revoke all on function still_acting, take_commands, write_commands from public;
grant execute on function still_acting, take_commands, write_commands to app_write;
