-- A command in two round trips: all that it must know comes with the lock, all that it writes goes with the commit. open_command() and
-- begin_command() stay for servers of the version before.

-- Which of a post's agency and unit is over today, so that nobody acts in its name any more; null while both stand. The agency first: it answers.
create function over_today(in_agency uuid, in_unit uuid) returns uuid language sql stable parallel safe set search_path = public, pg_temp as $$
  select a.id from agency a where a.id in (in_agency, in_unit) and a.valid_until < (now() at time zone 'Asia/Ho_Chi_Minh')::date
  order by a.id = in_agency desc limit 1
$$;

-- Whether a session still acts as this officer in this post with these rights: not signed out, not moved to another post, the post held today,
-- the officer active, and the post's agency and unit not over. A session that chose no post acts in the one that opens first (asking.ts orders them
-- alike); a request that states the post it acts in (`in_stated`) does so in any that the officer holds, whichever the session stands in. Tells
-- nothing else of sign-in. Whether the agency or unit is over is looked up in place: calling over_today() costs as much as all the rest.
create function still_acts(in_token text, in_officer uuid, in_post uuid, in_agency uuid, in_unit uuid, in_rights text[], in_stated boolean)
returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (
    select 1 from auth.session s join auth."user" u on u.id = s."userId" and u."officerId" = in_officer
    cross join lateral (
      select p.id, p.agency_id, p.unit_id, p.rights from post p join officer o on o.id = p.officer_id and o.active
      where p.officer_id = in_officer
        and case when in_stated then p.id = in_post when s."postId" is null then true else p.id = s."postId" end
        and p.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
        and (p.valid_until is null or p.valid_until >= (now() at time zone 'Asia/Ho_Chi_Minh')::date)
        and not exists (select 1 from agency a where a.id in (p.agency_id, p.unit_id)
          and a.valid_until < (now() at time zone 'Asia/Ho_Chi_Minh')::date offset 0)
      order by (o.home_agency_id in (p.agency_id, p.unit_id)) desc, p.officer_since, p.valid_from, p.title, p.id limit 1) acting
    where s.token = in_token and s."expiresAt" > now()
      and acting.id = in_post and acting.agency_id = in_agency and acting.unit_id = in_unit and acting.rights = in_rights);
end $$;

-- Takes up a command: locks the stream, then reads in one look whether the session still acts so (null: no session stands behind), what the same key
-- was answered, the stream with its snapshot and tail, how far the actor sees it, and the case's wrapped key. Nothing is written.
-- `in_kept` is the version at which the server keeps the stream's state opened, 0 for none. Where the stream stands at it, under its lock, and the
-- state is `lasting`, neither snapshot nor tail is fetched. Lasting is what no key of its case was destroyed for; the directory is one case with all
-- its people, so nothing of it is kept.
create function take_command(in_token text, in_officer uuid, in_post uuid, in_agency uuid, in_unit uuid, in_rights text[], in_key text, in_stream uuid,
  in_stated boolean, in_kept integer)
returns table (now_at timestamptz, acts boolean, known_digest bytea, answer jsonb, type text, case_id uuid, parent_id uuid, inner_only boolean,
  version integer, snapshot bytea, snapshot_version integer, snapshot_shape integer, sight smallint, wrapped bytea, lasting boolean, tail jsonb)
language plpgsql as $$
#variable_conflict use_column
begin
  perform 1 from stream s where s.id = in_stream for update;
  return query select clock_timestamp(),
    in_token is null or still_acts(in_token, in_officer, in_post, in_agency, in_unit, in_rights, in_stated),
    c.digest, c.answer, s.type, s.case_id, s.parent_id, s.inner_only, s.version,
    case when s.version <> in_kept or not l.lasting then s.snapshot end, s.snapshot_version, s.snapshot_shape,
    (select max(v.level) from visible v where v.subject_id in (in_agency, in_unit, in_officer) and v.stream_id in (s.id, s.case_id)
      and (v.stream_id = s.id or (v.level >= 3 and not s.inner_only)) and now() >= v.valid_from and now() < v.valid_until),
    k.wrapped, l.lasting,
    case when s.version <> in_kept or not l.lasting then (
      select jsonb_agg(jsonb_build_object('seq', e.seq::text, 'version', e.version, 'type', e.type, 'typeVersion', e.type_version,
        'recordedAt', e.recorded_at, 'effectiveAt', e.effective_at, 'officerId', e.officer_id, 'agencyId', e.agency_id,
        'body', encode(e.body, 'base64')) order by e.version)
      from event e where e.stream_id = s.id and e.version > s.snapshot_version) end
  from (values (1)) one
    left join stream s on s.id = in_stream
    left join command c on c.officer_id = in_officer and c.key = in_key
    left join vault.seal_key k on k.case_id = s.case_id and k.subject_id = '00000000-0000-0000-0000-000000000000'
    cross join lateral (select s.case_id <> '00000000-0000-4000-8000-00000000d1c0'
      and not exists (select 1 from vault.seal_key d where d.case_id = s.case_id and d.destroyed_at is not null offset 0) as lasting offset 0) l;
end $$;

-- Writes all that a command changes and what it answers, in one round trip. Two commands under one key meet here, at the key of `command`.
create function write_command(in_officer uuid, in_key text, in_digest bytea, in_answer jsonb, doc jsonb) returns bigint language plpgsql as $$
declare last_seq bigint := write_changes(doc);
begin
  if doc ? 'keys' then
    insert into vault.seal_key (case_id, subject_id, wrapped)
    select r.case_id, r.subject_id, decode(r.wrapped, 'base64') from jsonb_to_recordset(doc -> 'keys') r(case_id uuid, subject_id uuid, wrapped text);
  end if;
  insert into command (officer_id, key, digest, answer)
  values (in_officer, in_key, in_digest, in_answer || jsonb_build_object('seq', last_seq::text));
  return last_seq;
end $$;

revoke all on function still_acts, take_command, write_command from public;
grant execute on function still_acts, take_command, write_command to app_write;
