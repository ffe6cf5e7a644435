-- Long lists of which one asks for a short part. The indexes that these replace go with 0024.

-- A case that concerns thousands has thousands of rows in the feed; whoever looks for one subject's row of it must not read them all.
create index feed_of_case on feed (case_id, subject_id);

-- What is for all of an agency, and what is for one officer: nobody goes through the notices of a laden colleague.
create index notification_for_all on notification (agency_id, id desc) where officer_id is null;
create index notification_for_one on notification (officer_id, id desc) include (agency_id) where officer_id is not null;

-- The fulfilments that stand directly under a case, those that who asks may see: sight of the whole case is looked up once, where the policy looks it
-- up for every row. Who does not see all of it gets the streams they see.
create function fulfilments_under(in_case uuid) returns setof fulfilment
language plpgsql stable rows 200 security definer set search_path = public, pg_temp as $$
declare me uuid[] := app_subjects();
begin
  if exists (select 1 from visible v where v.stream_id = in_case and v.subject_id = any (me) and v.level >= 3
      and now() >= v.valid_from and now() < v.valid_until) then
    return query select f.* from fulfilment f where f.case_id = in_case and f.parent_id is null;
  else
    return query select f.* from fulfilment f where f.case_id = in_case and f.parent_id is null
      and f.id in (select v.stream_id from visible v where v.case_id = in_case and v.subject_id = any (me)
        and now() >= v.valid_from and now() < v.valid_until);
  end if;
end $$;
revoke all on function fulfilments_under from public;
grant execute on function fulfilments_under to app_read;
