-- Sign-in stands apart: a schema and a role of its own, so that no route that reads cases can read a password hash, and the other way round.
-- Column names are those of the sign-in library. Nothing here tells who a person is: the account name is an office's, the mail address is made up.
do $$
declare
  app text := coalesce(nullif(current_setting('hiepdong.app_role', true), ''), 'hiepdong_app');
begin
  if not exists (select 1 from pg_roles where rolname = 'app_auth') then
    create role app_auth nologin;
  end if;
  if exists (select 1 from pg_roles where rolname = app) then
    execute format('grant app_auth to %I', app);
  end if;
end $$;

create schema auth;
grant usage on schema auth to app_auth;

create table auth."user" (
  id uuid primary key,
  name text not null check (name = ''),
  email text not null unique check (email like '%@officer.invalid'),
  "emailVerified" boolean not null default false,
  image text check (image is null),
  username text not null unique,
  "officerId" uuid not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);

create table auth.session (
  id uuid primary key,
  token text not null unique,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  "postId" uuid,
  "expiresAt" timestamptz not null,
  "ipAddress" text check ("ipAddress" is null),
  "userAgent" text check ("userAgent" is null),
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index session_by_user on auth.session ("userId");
create index session_by_end on auth.session ("expiresAt");

create table auth.account (
  id uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_by_user on auth.account ("userId");

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

-- Failed attempts, counted for all servers together. Keys are keyed hashes: neither account names nor addresses can be read here.
create table auth.attempt (
  key text primary key,
  count integer not null,
  since timestamptz not null
);
create index attempt_since on auth.attempt (since);

grant select, insert, update, delete on auth."user", auth.session, auth.account, auth.verification, auth.attempt to app_auth;
