-- A notice about a case that the agency may no longer see neither counts nor shows.
alter policy mine on notification using (array_position((select app_subjects())::uuid[], agency_id) is not null
  and (officer_id is null or array_position((select app_subjects())::uuid[], officer_id) is not null)
  and exists (select 1 from visible v where v.subject_id = any ((select app_subjects())::uuid[]) and v.stream_id = notification.case_id
    and now() >= v.valid_from and now() < v.valid_until offset 0));

-- An officer with posts in two agencies reads the notices of each by themselves.
alter table notification_mark no force row level security, add column agency_id uuid, drop constraint notification_mark_pkey;
insert into notification_mark (officer_id, agency_id, all_until)
  select distinct m.officer_id, p.agency_id, m.all_until from notification_mark m join post p on p.officer_id = m.officer_id;
delete from notification_mark where agency_id is null;
alter table notification_mark add primary key (officer_id, agency_id), force row level security;
