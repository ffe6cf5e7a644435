-- Common words as rows of bits, so that several of them meet at the speed of AND, however common each is and however seldom they meet; and so
-- does whom a case concerns, since words may be common everywhere but in the cases of one agency. Each text gets a place, a number; 8192 places
-- make a chunk; a word has one row of bits for each chunk, and a subject, too. The worker folds new texts in, oldest first; until then they are
-- fresh and looked at by themselves. Rare words have no bits: the index of words is quick for them.
create table search_place (
  place integer,
  case_id uuid not null,
  -- From a place to its case by the index alone: of a thousand matches among a million texts, hardly two lie on one page of the table.
  primary key (place) include (case_id),
  unique (case_id) include (place)
);
create table search_fresh (
  id bigint generated always as identity primary key,
  case_id uuid not null
);
create index search_fresh_case on search_fresh (case_id);
-- Words that have bits in every chunk where they stand. One that ends in an asterisk stands for all words that begin so.
create table search_word (word text collate "C" primary key);
-- Bits of such a word, or, after an at sign, of a subject: all subjects have theirs.
create table search_bits (
  word text collate "C" not null,
  chunk integer not null,
  bits bit(8192) not null,
  primary key (word, chunk)
);
-- Bits of a seldom word are nearly all zero and shrink to little.
alter table search_bits alter column bits set storage main;
alter table search_bits set (toast_tuple_target = 256);

comment on table search_place is 'projection';
comment on table search_fresh is 'projection';
comment on table search_word is 'projection';
comment on table search_bits is 'projection';
do $$
declare t text;
begin
  foreach t in array array['search_place', 'search_fresh', 'search_word', 'search_bits'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy whole on %I to app_write, app_system using (true) with check (true)', t);
    execute format('create policy counted on %I to current_user using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to app_system', t);
  end loop;
end $$;
grant insert on search_fresh to app_write;
grant select on search_doc to app_system;

-- By trigger, so that no way in is forgotten, servers of the version before among them. A plain row that nobody waits for. The tables are locked in
-- the order in which commands do.
lock table feed, search_doc in share row exclusive mode;
create function search_text_is_fresh() returns trigger language plpgsql as $$
begin
  insert into search_fresh (case_id) values (coalesce(new.case_id, old.case_id));
  return null;
end $$;
create trigger search_text_is_fresh after insert on search_doc for each row execute function search_text_is_fresh();
create trigger search_text_is_fresh_again after update of tsv on search_doc for each row when (old.tsv is distinct from new.tsv)
  execute function search_text_is_fresh();
create trigger search_text_is_gone after delete on search_doc for each row execute function search_text_is_fresh();
-- A case that concerns one more subject is folded in anew. Once for a statement: one directive concerns thousands.
create function search_seers_are_fresh() returns trigger language plpgsql as $$
begin
  insert into search_fresh (case_id) select distinct n.case_id from made n;
  return null;
end $$;
create trigger search_seers_are_fresh after insert on feed referencing new table as made for each statement
  execute function search_seers_are_fresh();

-- The words and beginnings of words of the texts in these places, and whom they concern, with their bits within the chunk.
create function search_words_of(in_from integer, in_until integer) returns table (word text, bits bit varying)
language sql stable set work_mem = '64MB' as $$
  with held as materialized (
    select t.lexeme, bit_or(set_bit(repeat('0', 8192)::bit(8192), p.place % 8192, 1)) as bits
    from search_place p join search_doc d on d.case_id = p.case_id cross join lateral unnest(d.tsv) t
    where p.place >= in_from and p.place < in_until group by 1)
  select h.lexeme, h.bits from held h
  union all
  select left(h.lexeme, n) || '*', bit_or(h.bits) from held h, generate_series(2, 8) n where n <= length(h.lexeme) group by 1
  union all
  select '@' || f.subject_id, bit_or(set_bit(repeat('0', 8192)::bit(8192), p.place % 8192, 1))
  from search_place p join feed f on f.case_id = p.case_id where p.place >= in_from and p.place < in_until group by 1
$$;

-- Folds the oldest fresh texts in, once there are `in_least`: at most `in_most`, and never more than the chunk has room for. Answers how many
-- it took. One process at a time.
create function fold_search(in_least integer, in_most integer) returns integer language plpgsql as $$
declare
  first_place integer;
  next_place integer;
  taken uuid[];
  learned text;
begin
  if not pg_try_advisory_xact_lock(hashtext('fold search')) then return 0; end if;
  if (select count(*) from (select 1 from search_fresh limit in_least) x) < in_least then return 0; end if;
  select coalesce(max(p.place) + 1, 0) into first_place from search_place p;
  -- With all notes of a case that there are: its text and whom it concerns are noted apart.
  with old as (
    select distinct o.case_id from (select x.case_id from search_fresh x order by x.id limit least(in_most, 8192 - first_place % 8192)) o),
  gone as (delete from search_fresh f using old o where f.case_id = o.case_id returning f.id, f.case_id)
  select array_agg(t.case_id order by t.at) into taken from (select g.case_id, min(g.id) as at from gone g group by 1) t;
  if taken is null then return 0; end if;
  delete from search_place p where p.case_id = any (taken);
  -- A text that is gone gets no place again.
  insert into search_place (place, case_id) select first_place + row_number() over (order by t.n) - 1, t.id
    from unnest(taken) with ordinality t(id, n) where exists (select 1 from search_doc d where d.case_id = t.id);
  select coalesce(max(p.place) + 1, 0) into next_place from search_place p;
  if next_place <= first_place then return cardinality(taken); end if;
  if next_place % 8192 > 0 then
    insert into search_bits (word, chunk, bits)
      select w.word, first_place / 8192, w.bits::bit(8192) from search_words_of(first_place, next_place) w
      where w.word like '@%' or w.word in (select k.word from search_word k)
      on conflict (word, chunk) do update set bits = search_bits.bits | excluded.bits;
    return cardinality(taken);
  end if;
  -- A chunk is full: words that two in a thousand of its texts hold become known, the commonest first. What older chunks hold of them, the index of
  -- words tells.
  for learned in
    with held as materialized (
      select w.word, w.bits::bit(8192) as bits, w.word like '@%' or exists (select 1 from search_word k where k.word = w.word) as known
      from search_words_of(next_place - 8192, next_place) w),
    unknown as (select h.word from held h where not h.known and bit_count(h.bits) >= 16
      order by bit_count(h.bits) desc limit case when next_place > 8192 then 200 else 20000 end),
    kept as (
      insert into search_bits as b (word, chunk, bits)
      select h.word, (next_place - 1) / 8192, h.bits from held h where h.known or h.word in (select u.word from unknown u)
      on conflict (word, chunk) do update set bits = excluded.bits)
    insert into search_word (word) select u.word from unknown u returning search_word.word
  loop
    if next_place > 8192 then
      insert into search_bits (word, chunk, bits)
        select learned, p.place / 8192, bit_or(set_bit(repeat('0', 8192)::bit(8192), p.place % 8192, 1))
        from search_doc d join search_place p on p.case_id = d.case_id
        where d.tsv @@ (case when learned like '%*' then quote_literal(rtrim(learned, '*')) || ':*' else quote_literal(learned) end)::tsquery
          and p.place < next_place - 8192
        group by 2 on conflict do nothing;
    end if;
  end loop;
  return cardinality(taken);
end $$;
revoke all on function search_words_of, fold_search, search_text_is_fresh, search_seers_are_fresh from public;
grant execute on function search_words_of, fold_search to app_system;
grant execute on function search_text_is_fresh, search_seers_are_fresh to app_write, app_system;
