-- The application's login may have any name (DATABASE_URL); it works in the three roles and owns nothing.
do $$
declare login text := coalesce(nullif(current_setting('hiepdong.app_role', true), ''), 'hiepdong_app');
begin
  if exists (select 1 from pg_roles where rolname = login) then
    execute format('grant app_read, app_write, app_system to %I', login);
  end if;
end $$;
