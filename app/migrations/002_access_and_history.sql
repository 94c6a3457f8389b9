-- Who is asking, what they may do, and the history that nobody can rewrite.
-- Every transaction of the application says who is asking with set_config('open1325.user', ..., true); row-level security asks
-- app.asker(). A transaction that says nothing is nobody's, and sees only what is public.
create schema app;
revoke all on schema public from public;
grant usage on schema public, app to open1325_app;

create function app.asker() returns text
  language sql stable parallel safe
  return nullif(current_setting('open1325.user', true), '');

create table organisation (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(btrim(name)) between 1 and 200),
  created_at timestamptz not null default now()
);

create table membership (
  organisation_id uuid not null references organisation,
  user_id text not null references auth."user" on delete cascade,
  role text not null check (role in ('reader', 'contributor', 'editor', 'administrator')),
  since timestamptz not null default now(),
  -- Set when the person leaves. The row stays: who could do what, and when, is part of the history.
  until timestamptz,
  primary key (organisation_id, user_id)
);
create index membership_user on membership (user_id);

create function app.rank(role text) returns int
  language sql immutable parallel safe
  return array_position(array['reader', 'contributor', 'editor', 'administrator'], role);

-- Whether the asker holds at least this role in the organisation. Security definer: it must read memberships that the asker's own
-- row-level security would hide while it is being decided.
create function app.can(organisation uuid, at_least text) returns boolean
  language sql stable security definer set search_path = public, app
  return exists (
    select from membership m
    where m.organisation_id = organisation and m.user_id = app.asker() and m.until is null
      and app.rank(m.role) >= app.rank(at_least)
  );

-- One row for each change of an audited row, chained by hash: hash = sha256(previous hash || content).
create table history (
  id bigint primary key,
  at timestamptz not null,
  -- One act of one person may change several rows: they share this.
  change uuid not null,
  act text not null,
  -- A user's id, never a name: a person who is deleted leaves only this.
  who text,
  why text,
  organisation_id uuid,
  relation text not null,
  row_key text not null,
  before jsonb,
  after jsonb,
  previous bytea,
  hash bytea not null
);
create index history_row on history (relation, row_key, id);
create index history_change on history (change);
create index history_organisation on history (organisation_id, id);

create function app.history_hash(h history) returns bytea
  language sql immutable parallel safe
  return sha256(coalesce(h.previous, ''::bytea) || convert_to(jsonb_build_array(
    h.id, extract(epoch from h.at), h.change, h.act, h.who, h.why, h.organisation_id, h.relation, h.row_key, h.before, h.after
  )::text, 'utf8'));

-- Writers take turns from their first change to their commit: the chain has one order, the order of commits.
create function app.take_turn() returns void
  language sql
  as 'select pg_advisory_xact_lock(1325)';

create function app.record_history() returns trigger
  language plpgsql security definer set search_path = public, app, auth as $$
declare
  old_row jsonb := case when tg_op in ('UPDATE', 'DELETE') then to_jsonb(old) end;
  new_row jsonb := case when tg_op in ('INSERT', 'UPDATE') then to_jsonb(new) end;
  row_now jsonb := coalesce(new_row, old_row);
  h history;
begin
  if old_row is not distinct from new_row then
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
  h.organisation_id := (row_now ->> case when tg_table_name = 'organisation' then 'id' else 'organisation_id' end)::uuid;
  h.relation := tg_table_name;
  h.row_key := (select string_agg(row_now ->> key, '/' order by n) from unnest(tg_argv) with ordinality as k (key, n));
  h.before := old_row;
  h.after := new_row;
  h.hash := app.history_hash(h);
  insert into history select h.*;
  return null;
end $$;

create function app.refuse_rewriting() returns trigger
  language plpgsql as $$
begin
  raise exception 'history is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on history for each row execute function app.refuse_rewriting();
create trigger append_only_truncate before truncate on history for each statement execute function app.refuse_rewriting();

create trigger history after insert or update or delete on organisation
  for each row execute function app.record_history('id');
create trigger history after insert or update or delete on membership
  for each row execute function app.record_history('organisation_id', 'user_id');

-- A link that lets somebody join with a role. Only the token's hash is kept. Without an organisation it is the first link of a new
-- installation: who follows it names the organisation and administers it.
create table invitation (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references organisation,
  role text not null check (role in ('reader', 'contributor', 'editor', 'administrator')),
  email text,
  token_sha256 bytea not null unique,
  invited_by text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text,
  revoked_at timestamptz
);

-- Following a link happens before there is an account, hence security definer; the token is the proof.
create function app.invitation_by_token(token text)
  returns table (id uuid, organisation_id uuid, organisation text, role text, email text, inviter text, expires_at timestamptz, state text)
  language sql stable security definer set search_path = public, app as $$
  select i.id, i.organisation_id, o.name, i.role, i.email, u.name, i.expires_at,
    case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked'
      when i.expires_at < now() then 'expired' else 'open' end
  from invitation i
    left join organisation o on o.id = i.organisation_id
    left join auth."user" u on u.id = i.invited_by
  where i.token_sha256 = sha256(convert_to(token, 'utf8'))
$$;

-- Makes the asker a member by the link's role; who is a member with a higher one keeps it. Gives the organisation's id; null when the
-- link is not (or no longer) good. Sent twice by the same person, it does nothing the second time.
create function app.accept_invitation(token text, organisation_name text) returns uuid
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
    insert into organisation (name) values (organisation_name) returning id into organisation;
  end if;
  insert into membership (organisation_id, user_id, role) values (organisation, app.asker(), i.role)
    on conflict (organisation_id, user_id) do update set until = null,
      since = case when membership.until is null then membership.since else now() end,
      role = case when membership.until is null and app.rank(membership.role) > app.rank(excluded.role)
        then membership.role else excluded.role end;
  update invitation set accepted_at = now(), accepted_by = app.asker(), organisation_id = organisation where id = i.id;
  return organisation;
end $$;

-- The people of the asker's organisations, with names and addresses from sign-in; never their passwords or sessions.
create view colleague with (security_barrier) as
  select m.organisation_id, m.user_id, u.name, u.email, m.role, m.since, m.until
  from membership m join auth."user" u on u.id = m.user_id
  where app.can(m.organisation_id, 'reader');

alter table organisation enable row level security;
alter table membership enable row level security;
alter table invitation enable row level security;
alter table history enable row level security;

-- An organisation's name stands under what it publishes: the policy that shows it to the public comes with the plans.
create policy of_members on organisation for select using (app.can(id, 'reader'));
create policy renamed_by_administrators on organisation for update using (app.can(id, 'administrator'));
create policy own_or_of_colleagues on membership for select
  using (user_id = app.asker() or app.can(organisation_id, 'reader'));
create policy changed_by_administrators on membership for update using (app.can(organisation_id, 'administrator'));
create policy of_administrators on invitation using (app.can(organisation_id, 'administrator'));
create policy of_members on history for select using (app.can(organisation_id, 'reader'));

grant select, update (name) on organisation to open1325_app;
grant select, update (role, until) on membership to open1325_app;
grant select, insert, update (revoked_at) on invitation to open1325_app;
grant select on history, colleague to open1325_app;
