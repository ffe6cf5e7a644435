-- The look-up of one row in `visible` names its stream and each subject by itself. PostgreSQL before 17 takes a list of subjects for ten look-ups and
-- rather reads all rows of the stream: three thousand for a case that concerns every commune, at each check of it.
alter policy seen on cases using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.stream_id = cases.id and v.subject_id = s.id
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy seen on party using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.stream_id = party.case_id and v.subject_id = s.id and v.level >= 2
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy mine on feed using (array_position((select app_subjects())::uuid[], subject_id) is not null
  and exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.stream_id = feed.case_id and v.subject_id = s.id
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy mine on notification using (array_position((select app_subjects())::uuid[], agency_id) is not null
  and (officer_id is null or array_position((select app_subjects())::uuid[], officer_id) is not null)
  and exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.stream_id = notification.case_id and v.subject_id = s.id
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy seen on search_doc using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.stream_id = search_doc.case_id and v.subject_id = s.id
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy mine on read_log using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.stream_id = read_log.case_id and v.subject_id = s.id and v.level >= 3
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy seen on clause_text using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.stream_id = clause_text.id and v.subject_id = s.id and v.level >= 2
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0));
alter policy seen on link using (exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.stream_id = link.from_case and v.subject_id = s.id and v.level >= 2
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0)
  and (what <> 'case' or exists (select 1 from unnest((select app_subjects())::uuid[]) s(id), lateral (
  select from visible v where v.stream_id = link.to_id and v.subject_id = s.id
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0)));

-- As before; both look-ups of a case likewise.
create or replace function case_progress(in_cases uuid[]) returns table (case_id uuid, done integer, total integer, overdue integer)
language sql stable rows 50 security definer set search_path = public, pg_temp as $$
  with me as materialized (select app_subjects() as ids),
  sight as (select i.id, exists (select 1 from unnest((select ids from me)) m(id), lateral (select from visible v where v.stream_id = i.id
    and v.subject_id = m.id and v.level >= 3
    and now() >= v.valid_from and now() < v.valid_until offset 0) seen offset 0) as whole
    from unnest(in_cases) i(id))
  select s.id, p.done, p.total, p.overdue from sight s cross join lateral (
    select count(*) filter (where x.status in ('done-in-time', 'done-late'))::int as done, count(*) filter (where x.status <> 'cancelled')::int as total,
      count(*) filter (where x.status = 'overdue')::int as overdue
    from (
      select deadline_status(f.state, f.due_at, f.soon_at, f.submitted_at, now()) as status from (
        (select f.* from fulfilment f where s.whole and f.case_id = s.id and f.parent_id is null limit 5000)
        union all
        (select f.* from fulfilment f where not s.whole and f.parent_id is null and f.id in (select seen.stream_id
          from unnest((select ids from me)) m(id), lateral (select v.stream_id from visible v where v.case_id = s.id and v.subject_id = m.id
            and now() >= v.valid_from and now() < v.valid_until offset 0) seen) limit 5000)) f) x) p
$$;
