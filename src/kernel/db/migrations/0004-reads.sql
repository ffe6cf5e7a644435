-- The derived status of a fulfilment, for counting many at once; the same rule as src/kernel/clocks/deadline-status.ts (a test compares them).
create function deadline_status(state text, due_at timestamptz, soon_at timestamptz, submitted_at timestamptz, at timestamptz) returns text
language sql immutable parallel safe as $$
  select case
    when state in ('declined', 'suspended', 'cancelled') then state
    when state = 'finished' then 'done-in-time'
    when state = 'submitted' then 'waiting-confirmation'
    when state = 'confirmed' then case when submitted_at > due_at then 'done-late' else 'done-in-time' end
    when at > due_at then 'overdue'
    when state = 'returned' then 'returned'
    when at >= soon_at then 'due-soon'
    when state = 'assigned' then 'not-begun'
    else 'in-time'
  end
$$;

-- Search joins visibility itself: under row-level security `@@` is not leakproof, so the index would be skipped. Complete and newest first.
create function search_cases(in_query tsquery, in_before_at timestamptz, in_before_id uuid, in_most integer)
returns table (case_id uuid, updated_at timestamptz) language sql stable security definer set search_path = public as $$
  with hits as materialized (select d.case_id from search_doc d where d.tsv @@ in_query)
  select f.case_id, f.updated_at from hits h join feed f on f.case_id = h.case_id
  where f.subject_id = any (app_subjects()) and (f.updated_at, f.case_id) < (in_before_at, in_before_id)
    and exists (select 1 from visible v where v.subject_id = f.subject_id and v.stream_id = f.case_id and now() >= v.valid_from and now() < v.valid_until)
  order by f.updated_at desc, f.case_id desc limit in_most
$$;
revoke all on function search_cases from public;
grant execute on function search_cases to app_read;
