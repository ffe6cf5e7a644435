-- A server of the version before asks for what an officer has read by the officer alone and finds its table as it was: it goes on beside this
-- version, which keeps what is read of each agency by itself. What is marked there counts here. Once none of them runs any more, the table goes.
alter table notification_mark rename to notice_mark;
alter table notice_mark rename constraint notification_mark_pkey to notice_mark_pkey;
create table notification_mark (
  officer_id uuid primary key,
  all_until bigint not null
);
alter table notice_mark no force row level security;
insert into notification_mark (officer_id, all_until) select officer_id, min(all_until) from notice_mark group by 1;
alter table notice_mark force row level security;
alter table notification_mark enable row level security;
alter table notification_mark force row level security;
create policy whole on notification_mark to app_write, app_system using (true) with check (true);
create policy mine on notification_mark for select to app_read using (officer_id = any ((select app_subjects())::uuid[]));
grant select on notification_mark to app_read;
grant select, insert, update on notification_mark to app_write;
grant select, insert, update, delete on notification_mark to app_system;

-- It marks all notices of the agency in which the officer acts, and that agency it does not name: the mark counts for each where they hold a post.
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
