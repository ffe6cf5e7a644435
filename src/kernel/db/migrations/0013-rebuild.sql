-- For the rebuild, which tells the log of some cases again inside one transaction.
create function clear_projections(in_cases uuid[]) returns void language sql as $$
  delete from visible where case_id = any (in_cases);
  delete from party where case_id = any (in_cases);
  delete from feed where case_id = any (in_cases);
  delete from fulfilment where case_id = any (in_cases);
  delete from ask where case_id = any (in_cases);
$$;
revoke all on function clear_projections from public;
grant execute on function clear_projections, write_changes, write_rows to app_system;
