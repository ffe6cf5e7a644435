-- A case walked and a text looked up are reads at random, dearer than thought where memory is busy; to list bits is arithmetic.
do $$
declare told text := pg_get_functiondef('search_newest'::regproc);
  weighed text := replace(told, 'width * 1.5 < places * 0.004 + met.matches * 3.0', 'width * 3.0 < places * 0.003 + met.matches * 6.0');
begin
  if weighed = told then raise exception 'search_newest has another form than expected'; end if;
  execute weighed;
end $$;
