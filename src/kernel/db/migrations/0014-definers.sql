-- A function that runs as the owner looks names up where the owner's tables are, and only last among a session's own temporary ones, so that nobody
-- puts a table of theirs in front of one that decides who sees. Nobody makes temporary tables here at all.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname = 'public' loop
    execute format('alter function %s set search_path = public, pg_temp', f);
  end loop;
end $$;
