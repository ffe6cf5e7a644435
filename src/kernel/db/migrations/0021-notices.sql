-- A notice about a case that the agency may no longer see neither counts nor shows.
alter policy mine on notification using (array_position((select app_subjects())::uuid[], agency_id) is not null
  and (officer_id is null or array_position((select app_subjects())::uuid[], officer_id) is not null)
  and exists (select 1 from visible v where v.subject_id = any ((select app_subjects())::uuid[]) and v.stream_id = notification.case_id
    and now() >= v.valid_from and now() < v.valid_until offset 0));

-- Up to where an officer has read the notices of an agency: who has posts in two reads those of each by themselves.
create table notice_mark (
  officer_id uuid not null,
  agency_id uuid not null,
  all_until bigint not null,
  primary key (officer_id, agency_id)
);
alter table notice_mark enable row level security;
create policy whole on notice_mark to app_write, app_system using (true) with check (true);
create policy mine on notice_mark for select to app_read using (officer_id = any ((select app_subjects())::uuid[]));
grant select on notice_mark to app_read;
grant select, insert, update on notice_mark to app_write;
grant select, insert, update, delete on notice_mark to app_system;

-- A server of the version before knows marks of an officer alone, in notification_mark, and goes on with them beside this version. It marks all
-- notices of the agency in which the officer acts, and that agency it does not name: the mark counts for each where they hold a post. Once none of
-- these servers runs any more, the table goes.
create function mark_of_before() returns trigger language plpgsql as $$
begin
  insert into notice_mark as m (officer_id, agency_id, all_until)
  select distinct new.officer_id, p.agency_id, new.all_until from post p where p.officer_id = new.officer_id
  on conflict (officer_id, agency_id) do update set all_until = greatest(m.all_until, excluded.all_until);
  return null;
end $$;
create trigger mark_of_before after insert or update on notification_mark for each row execute function mark_of_before();
revoke all on function mark_of_before from public;
grant execute on function mark_of_before to app_write, app_system;

-- What is marked counts on. Row-level security is forced on the owner, too, who would otherwise see no mark to carry over.
alter table notification_mark no force row level security;
insert into notice_mark (officer_id, agency_id, all_until)
select distinct m.officer_id, p.agency_id, m.all_until from notification_mark m join post p on p.officer_id = m.officer_id;
alter table notification_mark force row level security;
alter table notice_mark force row level security;
