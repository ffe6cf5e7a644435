-- The directory: who exists, who holds which post, who answers for what, from a day to a day (both included, days in Viet Nam).
-- Projections of the streams agency, officer, post, mandate and contact-point; each row carries its stream's version.
-- Agencies, posts and mandates are public to every signed-in officer. Names, telephones and addresses of persons stand sealed with the
-- directory's case and the key of that person.
create table agency (
  id uuid primary key,
  version integer not null,
  key text not null,
  type_id text not null,
  name text not null,
  short_name text not null,
  -- [{"name": …, "until": day or null}], newest first.
  former_names jsonb not null,
  aliases text[] not null,
  area_code text,
  parent_id uuid,
  parent_since date not null,
  -- [{"parentId": …, "from": day, "until": day}], newest first.
  former_parents jsonb not null,
  valid_from date not null,
  valid_until date,
  successor_ids uuid[] not null,
  certainty text not null,
  official_code text,
  folded text generated always as (vn_fold(name || ' ' || short_name)) stored,
  check (valid_until is null or valid_until >= valid_from),
  check (parent_id <> id)
);
create unique index agency_key on agency (key);
create unique index agency_official_code on agency (official_code) where official_code is not null;
create index agency_type_area on agency (type_id, area_code);
create index agency_parent on agency (parent_id) where parent_id is not null;
create index agency_successors on agency using gin (successor_ids);
create index agency_folded on agency (folded text_pattern_ops);

-- Two moves at the same time could close a circle that neither of them sees, so moves wait for one another and look once more.
create function agency_moves_one_by_one() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('agency tree'));
  return new;
end $$;
create function agency_stays_a_tree() returns trigger language plpgsql as $$
begin
  if exists (
    with recursive above as (
      select a.parent_id, 1 as depth from agency a where a.id = new.parent_id
      union all
      select a.parent_id, above.depth + 1 from agency a join above on a.id = above.parent_id where above.depth < 64
    )
    select 1 from above where parent_id = new.id or depth = 64
  ) then
    raise exception 'agency tree is circular' using errcode = 'integrity_constraint_violation', constraint = 'agency_tree';
  end if;
  return null;
end $$;
create trigger agency_moves_one_by_one before update on agency for each row
  when (new.parent_id is distinct from old.parent_id) execute function agency_moves_one_by_one();
create trigger agency_stays_a_tree after update on agency for each row
  when (new.parent_id is distinct from old.parent_id) execute function agency_stays_a_tree();

create table officer (
  id uuid primary key,
  version integer not null,
  account text not null,
  name_sealed jsonb,
  -- Whose directory keeps this officer while no post says otherwise.
  home_agency_id uuid not null,
  active boolean not null
);
create unique index officer_account on officer (account);

create table post (
  id uuid primary key,
  version integer not null,
  agency_id uuid not null,
  unit_id uuid not null,
  title text not null,
  rights text[] not null,
  officer_id uuid,
  officer_since date,
  valid_from date not null,
  valid_until date,
  check (valid_until is null or valid_until >= valid_from)
);
create index post_agency on post (agency_id, unit_id);
create index post_unit on post (unit_id);
create index post_officer on post (officer_id) where officer_id is not null;

create table mandate (
  id uuid primary key,
  version integer not null,
  domain text not null,
  area_code text not null,
  agency_id uuid not null,
  valid_from date not null,
  valid_until date,
  basis text,
  predecessor_id uuid,
  check (valid_until is null or valid_until >= valid_from)
);
create index mandate_domain_area on mandate (domain, area_code, valid_from desc);
create index mandate_agency on mandate (agency_id);
-- One agency answers for a domain in an area; the rule says so first, this holds when two officers do it at once.
create unique index mandate_one_holder on mandate (domain, area_code) where valid_until is null;

create table contact_point (
  id uuid primary key,
  version integer not null,
  agency_id uuid not null,
  title text not null,
  phone_sealed jsonb,
  email_sealed jsonb,
  hours text not null,
  valid_from date not null,
  valid_until date,
  check (valid_until is null or valid_until >= valid_from)
);
create index contact_point_agency on contact_point (agency_id);

grant select on agency, officer, post, mandate, contact_point to app_read, app_write, app_system;
grant insert, update on agency, officer, post, mandate, contact_point to app_write, app_system;

-- The log of the directory is open to every officer; personal values in it stay sealed by their own keys.
create policy directory on stream for select to app_read using (case_id = '00000000-0000-4000-8000-00000000d1c0');
