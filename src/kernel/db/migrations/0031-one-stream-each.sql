-- The look-ups of a stream and its case in `visible` name each subject by itself, as those of a case do since 0026: PostgreSQL before 17 takes a list of
-- subjects for ten look-ups and rather reads all rows of the case, three thousand of one that concerns every commune, at each check.
alter policy seen on stream using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.subject_id = s.id and v.stream_id in (stream.id, stream.case_id)
    and (v.stream_id = stream.id or (v.level >= 3 and not stream.inner_only))
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy seen on event using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.subject_id = s.id and v.stream_id in (event.stream_id, event.case_id)
    and ((v.stream_id = event.stream_id and v.level >= 2) or (v.level >= 3 and not event.inner_only))
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy seen on fulfilment using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.subject_id = s.id and v.stream_id in (fulfilment.id, fulfilment.case_id)
    and (v.stream_id = fulfilment.id or (v.level >= 3 and fulfilment.parent_id is null))
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy seen on evidence using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.subject_id = s.id and v.stream_id in (evidence.stream_id, evidence.case_id)
    and ((v.stream_id = evidence.stream_id and v.level >= 2) or v.level >= 3)
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy seen on file using ((stream_id is null and officer_id = any ((select app_subjects())::uuid[]))
  or exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.subject_id = s.id and v.stream_id in (file.stream_id, file.case_id)
    and ((v.stream_id = file.stream_id and v.level >= 2) or (v.level >= 3 and not file.inner_only))
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));

-- Whether who asks sees all of a case. For functions that run as the owner.
create function sees_whole(in_case uuid, in_subjects uuid[]) returns boolean language plpgsql stable set search_path = public, pg_temp as $$
begin
  return exists (select 1 from unnest(in_subjects) m(id), lateral (select from visible v where v.stream_id = in_case and v.subject_id = m.id and v.level >= 3
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen);
end $$;
revoke all on function sees_whole from public;

-- The functions that look the sight of a case up once do so through it, whatever else they hold.
do $$
declare
  name text;
  body text;
  old constant text := 'exists \(select 1 from visible v where v\.stream_id = in_case and v\.subject_id = any \((me|app_subjects\(\))\) and v\.level >= 3\s+and now\(\) >= v\.valid_from and now\(\) < v\.valid_until\)';
begin
  foreach name in array array['fulfilments_under', 'fulfilments_page', 'unfinished_under'] loop
    body := pg_get_functiondef(name::regproc);
    if body !~ old then raise exception '% has another form than expected', name; end if;
    execute regexp_replace(body, old, 'sees_whole(in_case, \1)');
  end loop;
end $$;
