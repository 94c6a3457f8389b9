-- Several organisations in one installation: which voice each one is, who lets them in, who shares with whom; and the starter
-- library's rows, which belong to an organisation that nobody is a member of.

-- The organisations in which the asker holds at least this role. Policies ask it once for a query (`in (select app.mine(...))`), where
-- app.can() would be asked once for each row.
create function app.mine(at_least text) returns setof uuid
  language sql stable security definer set search_path = public, app
  as 'select m.organisation_id from membership m
      where m.user_id = app.asker() and m.until is null and app.rank(m.role) >= app.rank(at_least)';

alter table organisation
  -- Who speaks when the organisation speaks: set by those who let it in, never by itself.
  add column voice text not null default 'civil-society' check (voice in ('government', 'civil-society', 'community', 'independent')),
  -- ISO 3166-1 alpha-3; null: of no single country.
  add column country text check (country ~ '^[A-Z]{3}$'),
  -- Runs the installation: its administrators let other organisations in and say which voice each is.
  add column hosts boolean not null default false,
  -- The starter library: resolutions, indicator frameworks. Has no members; filled from the data files at each start.
  add column library boolean not null default false;

update organisation set hosts = true where id = (select id from organisation order by created_at, id limit 1);
create unique index organisation_one_host on organisation (hosts) where hosts;

-- The library's rows are made from files that are under version control: the history of an installation is that of its people. And
-- what evidence says may have to be taken away for good: the history keeps that it changed, who did it and when, not its words. Of
-- respondents (013) it keeps that they were asked, answered and were reviewed; not who they are, nor when they opened a link: that is no
-- act, and 5,000 who answer within a minute would wait for each other's turn.
create or replace function app.record_history() returns trigger
  language plpgsql security definer set search_path = public, app, auth as $$
declare
  old_row jsonb := case when tg_op in ('UPDATE', 'DELETE') then to_jsonb(old) end;
  new_row jsonb := case when tg_op in ('INSERT', 'UPDATE') then to_jsonb(new) end;
  row_now jsonb;
  unsaid text[];
  h history;
begin
  unsaid := case tg_table_name
    when 'evidence' then '{title,author,note,url,file_name}'::text[]
    when 'respondent' then '{name,email,token_sha256,mailed_at,opened_at,begun_at,reminded_at,reminders}'::text[] end;
  if unsaid is not null then
    old_row := old_row - unsaid;
    new_row := new_row - unsaid;
  end if;
  row_now := coalesce(new_row, old_row);
  if old_row is not distinct from new_row then
    return null;
  end if;
  h.organisation_id := (row_now ->> case when tg_table_name = 'organisation' then 'id' else 'organisation_id' end)::uuid;
  if h.organisation_id = '00000000-0000-4000-8000-000000001325' then
    return null;
  end if;
  perform app.take_turn();
  select id, hash into h.id, h.previous from history order by id desc limit 1;
  h.id := coalesce(h.id, 0) + 1;
  h.at := clock_timestamp();
  h.change := coalesce(nullif(current_setting('open1325.change', true), '')::uuid, gen_random_uuid());
  h.act := coalesce(nullif(current_setting('open1325.act', true), ''), tg_table_name || '.' || lower(tg_op));
  h.who := app.asker();
  h.why := nullif(current_setting('open1325.why', true), '');
  h.relation := tg_table_name;
  h.row_key := (select string_agg(row_now ->> key, '/' order by n) from unnest(tg_argv) with ordinality as k (key, n));
  h.before := old_row;
  h.after := new_row;
  h.hash := app.history_hash(h);
  insert into history select h.*;
  return null;
end $$;

insert into organisation (id, name, voice, library)
  values ('00000000-0000-4000-8000-000000001325', 'Open1325 starter library', 'independent', true);

-- An invitation may found an organisation: then the host says beforehand which voice it will be.
alter table invitation
  add column founded_by uuid references organisation,
  add column voice text check (voice in ('government', 'civil-society', 'community', 'independent')),
  add column country text check (country ~ '^[A-Z]{3}$');

-- Whether the asker administers the installation's host. Security definer: policies on organisation ask it.
create function app.is_host() returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from organisation o where o.hosts and app.can(o.id, ''administrator''))';

-- Who follows a founding link is told which voice the host gave.
create function app.founding_by_token(token text) returns table (founder text, voice text, country text)
  language sql stable security definer set search_path = public, app as $$
  select o.name, i.voice, i.country from invitation i left join organisation o on o.id = i.founded_by
  where i.token_sha256 = sha256(convert_to(token, 'utf8')) and i.voice is not null
$$;

create policy of_hosts on invitation using (founded_by is not null and (select app.is_host()))
  with check (
    organisation_id is null and role = 'administrator' and voice is not null
    and founded_by in (select o.id from organisation o where o.hosts and app.can(o.id, 'administrator'))
  );

create or replace function app.accept_invitation(token text, organisation_name text) returns uuid
  language plpgsql security definer set search_path = public, app as $$
declare
  i invitation;
  organisation uuid;
begin
  if app.asker() is null then
    raise exception 'nobody cannot join' using errcode = 'insufficient_privilege';
  end if;
  perform app.take_turn();
  select * into i from invitation where token_sha256 = sha256(convert_to(token, 'utf8')) for update;
  if i.accepted_by = app.asker() then
    return i.organisation_id;
  end if;
  if i.id is null or i.accepted_at is not null or i.revoked_at is not null or i.expires_at <= now() then
    return null;
  end if;
  organisation := i.organisation_id;
  if organisation is null then
    -- The first organisation of an installation is its host.
    insert into organisation (name, voice, country, hosts)
      values (organisation_name, coalesce(i.voice, 'civil-society'), i.country, not exists (select from organisation where hosts))
      returning id into organisation;
  end if;
  insert into membership (organisation_id, user_id, role) values (organisation, app.asker(), i.role)
    on conflict (organisation_id, user_id) do update set until = null,
      since = case when membership.until is null then membership.since else now() end,
      role = case when membership.until is null and app.rank(membership.role) > app.rank(excluded.role)
        then membership.role else excluded.role end;
  update invitation set accepted_at = now(), accepted_by = app.asker(), organisation_id = organisation where id = i.id;
  return organisation;
end $$;

-- What the host's administrators may set of any organisation. Gives whether it was done.
create function app.describe_organisation(which uuid, its_voice text, its_country text) returns boolean
  language plpgsql security definer set search_path = public, app as $$
begin
  if not app.is_host() then
    return false;
  end if;
  update organisation set voice = its_voice, country = its_country where id = which and not library;
  return found;
end $$;

-- Two organisations that let each other see what is marked for partners. One makes the link, the other follows it.
create table partnership (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  partner_id uuid references organisation,
  token_sha256 bytea not null unique,
  made_by text not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_by text,
  accepted_at timestamptz,
  ended_at timestamptz,
  check (partner_id is distinct from organisation_id),
  check ((partner_id is null) = (accepted_at is null) and (partner_id is null) = (accepted_by is null))
);
create index partnership_organisation on partnership (organisation_id);
create index partnership_partner on partnership (partner_id);
create trigger history after insert or update or delete on partnership for each row execute function app.record_history('id');
alter table partnership enable row level security;
create policy of_both on partnership for select
  using (organisation_id in (select app.mine('reader')) or partner_id in (select app.mine('reader')));
create policy made_by_administrators on partnership for insert
  with check (organisation_id in (select app.mine('administrator')) and partner_id is null and made_by = app.asker());
-- Either may end it; neither may take up again what the other has ended.
create policy ended_by_administrators on partnership for update
  using (ended_at is null
    and (organisation_id in (select app.mine('administrator')) or partner_id in (select app.mine('administrator'))))
  with check (ended_at is not null);
grant select, insert (id, organisation_id, token_sha256, made_by, expires_at), update (ended_at) on partnership to open1325_app;

-- The organisation that offers a partnership by this link, before it is accepted.
create function app.partnership_by_token(token text) returns table (id uuid, organisation_id uuid, organisation text, state text)
  language sql stable security definer set search_path = public, app as $$
  select p.id, p.organisation_id, o.name,
    case when p.ended_at is not null then 'ended' when p.accepted_at is not null then 'accepted' when p.expires_at < now() then 'expired'
      else 'open' end
  from partnership p join organisation o on o.id = p.organisation_id
  where p.token_sha256 = sha256(convert_to(token, 'utf8'))
$$;

-- Accepts for an organisation that the asker administers. Gives whether the two are partners now.
create function app.accept_partnership(token text, for_organisation uuid) returns boolean
  language plpgsql security definer set search_path = public, app as $$
declare
  p partnership;
begin
  if not app.can(for_organisation, 'administrator') then
    return false;
  end if;
  perform app.take_turn();
  select * into p from partnership where token_sha256 = sha256(convert_to(token, 'utf8')) for update;
  if p.id is null or p.ended_at is not null or p.organisation_id = for_organisation then
    return false;
  end if;
  if p.accepted_at is not null then
    return p.partner_id = for_organisation;
  end if;
  if p.expires_at < now() then
    return false;
  end if;
  -- Two are partners once: what one of them ends has ended.
  if exists (
    select from partnership other
    where other.accepted_at is not null and other.ended_at is null
      and (other.organisation_id, other.partner_id) in ((p.organisation_id, for_organisation), (for_organisation, p.organisation_id))
  ) then
    update partnership set ended_at = now() where id = p.id;
    return true;
  end if;
  update partnership set partner_id = for_organisation, accepted_by = app.asker(), accepted_at = now() where id = p.id;
  return true;
end $$;

-- The organisations that share with one in which the asker is.
create function app.sharing_with_me() returns setof uuid
  language sql stable security definer set search_path = public, app as $$
  select partner_id from partnership where accepted_at is not null and ended_at is null and organisation_id in (select app.mine('reader'))
  union
  select organisation_id from partnership where accepted_at is not null and ended_at is null and partner_id in (select app.mine('reader'))
$$;

create policy seen_by_host on organisation for select using (not library and (select app.is_host()));
create policy seen_by_partners on organisation for select using (id in (select app.sharing_with_me()));

-- As before, and how each organisation speaks and whether it is the host.
create or replace function app.person_of_session(session_token text)
  returns table (user_id text, name text, email text, memberships jsonb)
  language plpgsql security definer set search_path = public, app, auth as $$
begin
  update auth.session s set "updatedAt" = now()
    where s.token = session_token and s."updatedAt" between now() - interval '7 days' and now() - interval '1 hour';
  return query
    select u.id, u.name, u.email, coalesce((
      select jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisation', o.name, 'role', m.role, 'voice', o.voice,
        'hosts', o.hosts) order by m.since, o.id)
      from membership m join organisation o on o.id = m.organisation_id
      where m.user_id = u.id and m.until is null
    ), '[]')
    from auth.session s join auth."user" u on u.id = s."userId"
    where s.token = session_token and s."expiresAt" > now() and s."updatedAt" >= now() - interval '7 days';
end $$;
