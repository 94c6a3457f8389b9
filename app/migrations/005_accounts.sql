-- Sessions, links to a new password, the last administrator, the end of an account.

-- Who holds this session: one question for each request of a signed-in person. A session ends seven days after it was last used
-- (noted once an hour), and in any case when the sign-in library says so. Security definer: the application itself cannot read sessions;
-- the token is the proof.
create function app.person_of_session(session_token text)
  returns table (user_id text, name text, email text, memberships jsonb)
  language plpgsql security definer set search_path = public, app, auth as $$
begin
  update auth.session s set "updatedAt" = now()
    where s.token = session_token and s."updatedAt" between now() - interval '7 days' and now() - interval '1 hour';
  return query
    select u.id, u.name, u.email, coalesce((
      select jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisation', o.name, 'role', m.role) order by m.since, o.id)
      from membership m join organisation o on o.id = m.organisation_id
      where m.user_id = u.id and m.until is null
    ), '[]')
    from auth.session s join auth."user" u on u.id = s."userId"
    where s.token = session_token and s."expiresAt" > now() and s."updatedAt" >= now() - interval '7 days';
end $$;

-- A link to a new password, one for each person at a time. Only the token's hash is kept.
create table auth.reset_link (
  user_id text primary key references auth."user" on delete cascade,
  token_sha256 bytea not null unique,
  -- The person lost the second step as well: following the link turns it off.
  without_second_step boolean not null,
  -- The administrator who made it; null: it was sent by mail to the person herself.
  made_by text,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- An administrator's link for a colleague, good for a day. Gives false where the person also belongs to an organisation that the asker
-- does not administer: who could set her password could act there in her name.
create function app.make_reset_link(for_user text, token text, without_second_step boolean) returns boolean
  language plpgsql security definer set search_path = public, app as $$
begin
  if not exists (
    select from membership m where m.user_id = for_user and m.until is null and app.can(m.organisation_id, 'administrator')
  ) then
    raise exception 'only an administrator may make a link' using errcode = 'insufficient_privilege';
  end if;
  if exists (
    select from membership m where m.user_id = for_user and m.until is null and not app.can(m.organisation_id, 'administrator')
  ) then
    return false;
  end if;
  -- The same form sent again is the same link, also after it was followed.
  insert into auth.reset_link as l (user_id, token_sha256, without_second_step, made_by, expires_at)
    values (for_user, sha256(convert_to(token, 'utf8')), without_second_step, app.asker(), now() + interval '1 day')
    on conflict (user_id) do update set token_sha256 = excluded.token_sha256, without_second_step = excluded.without_second_step,
      made_by = excluded.made_by, made_at = now(), expires_at = excluded.expires_at, used_at = null
      where l.token_sha256 <> excluded.token_sha256;
  return true;
end $$;

-- A link to be sent by mail, good for an hour. Gives nothing where nobody has the address, or where a link was made a minute ago.
create function auth.make_mailed_reset_link(address text, token text) returns table (name text, email text)
  language plpgsql security definer set search_path = auth as $$
declare
  somebody "user";
begin
  select u.* into somebody from "user" u where u.email = lower(address);
  if not found then
    return;
  end if;
  insert into reset_link as l (user_id, token_sha256, without_second_step, made_by, expires_at)
    values (somebody.id, sha256(convert_to(token, 'utf8')), false, null, now() + interval '1 hour')
    on conflict (user_id) do update set token_sha256 = excluded.token_sha256, without_second_step = false, made_by = null,
      made_at = now(), expires_at = excluded.expires_at, used_at = null
      where l.made_at < now() - interval '1 minute';
  if found then
    return query select somebody.name, somebody.email;
  end if;
end $$;

create function auth.reset_link_by_token(token text)
  returns table (name text, email text, maker text, expires_at timestamptz, without_second_step boolean, state text)
  language sql stable security definer set search_path = auth as $$
  select u.name, u.email, m.name, l.expires_at, l.without_second_step,
    case when l.used_at is not null then 'used' when l.expires_at < now() then 'expired' else 'open' end
  from reset_link l join "user" u on u.id = l.user_id left join "user" m on m.id = l.made_by
  where l.token_sha256 = sha256(convert_to(token, 'utf8'))
$$;

-- Sets the password by a link, and ends every session of that person. Gives the person's address; null when the link is not good.
create function auth.follow_reset_link(token text, password_hash text) returns text
  language plpgsql security definer set search_path = auth as $$
declare
  link reset_link;
begin
  update reset_link l set used_at = now()
    where l.token_sha256 = sha256(convert_to(token, 'utf8')) and l.used_at is null and l.expires_at > now()
    returning l.* into link;
  if not found then
    return null;
  end if;
  update account set password = password_hash, "updatedAt" = now() where "userId" = link.user_id and "providerId" = 'credential';
  delete from session where "userId" = link.user_id;
  if link.without_second_step then
    delete from "twoFactor" where "userId" = link.user_id;
    update "user" set "twoFactorEnabled" = false where id = link.user_id;
  end if;
  return (select email from "user" where id = link.user_id);
end $$;

-- What has ended is forgotten: sessions, half-done sign-ins, links, and from which addresses somebody tried.
create function auth.forget_ended() returns void
  language sql security definer set search_path = auth as $$
  delete from session where "expiresAt" < now() or "updatedAt" < now() - interval '7 days';
  delete from verification where "expiresAt" < now();
  delete from reset_link where expires_at < now() - interval '7 days';
  delete from "rateLimit" where "lastRequest" < extract(epoch from now() - interval '1 day') * 1000;
$$;

-- An organisation keeps an administrator as long as it has members.
create function app.keep_an_administrator() returns trigger
  language plpgsql security definer set search_path = public, app as $$
begin
  if old.role = 'administrator' and old.until is null
    and (tg_op = 'DELETE' or new.role <> 'administrator' or new.until is not null)
    and not exists (
      select from membership m
      where m.organisation_id = old.organisation_id and m.user_id <> old.user_id and m.until is null and m.role = 'administrator'
    )
    and (tg_op = 'UPDATE' or exists (
      select from membership m
      where m.organisation_id = old.organisation_id and m.user_id <> old.user_id and m.until is null
    ))
  then
    raise exception 'the last administrator stays' using errcode = 'check_violation', constraint = 'an_administrator_remains';
  end if;
  return coalesce(new, old);
end $$;
create trigger an_administrator_remains before update or delete on membership
  for each row execute function app.keep_an_administrator();

-- The end of the asker's account: name, address, password, sessions, passkeys and memberships are deleted. What she did stays in the
-- history under an id that no longer leads to anybody.
create function app.delete_account() returns void
  language plpgsql security definer set search_path = public, app as $$
declare
  address text;
begin
  delete from auth.verification where value = app.asker();
  delete from auth."user" where id = app.asker() returning email into address;
  update invitation set email = null where lower(email) = address;
end $$;

-- A new link for an invitation whose first one was lost.
grant update (token_sha256, expires_at) on invitation to open1325_app;
