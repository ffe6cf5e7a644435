-- New streams get ids that follow the time, and an order's parts ids beside each other: what is written together then lies together in every index. A server of
-- the version before would look for such parts under other ids. It may run beside this version for some days; in a database that is in use
-- the new ids begin after a week.
create table begins (what text primary key, at timestamptz not null);
grant select on begins to app_system;
insert into begins values ('ids-that-follow-time',
  case when exists (select from agency) then now() + interval '7 days' else to_timestamp(0) end);
