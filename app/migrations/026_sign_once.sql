-- As before; two posts of one form at the same moment are one request, and the second is told so.
create or replace function app.request_signature(its_slug text, request uuid, token text, who jsonb, days int) returns text
  language plpgsql security definer set search_path = public, app as $$
declare
  s statement;
  address bytea := sha256(convert_to(lower(btrim(who ->> 'email')), 'utf8'));
begin
  select * into s from statement where slug = its_slug;
  if s.id is null or not app.takes_signatures(s) then
    return 'closed';
  end if;
  if exists (select from sign_request r where r.id = request) then
    return 'again';
  end if;
  if (select count(*) from sign_request r where r.statement_id = s.id and r.email_sha256 = address and r.created_at > now() - interval '1 day') >= 3
    or (select count(*) from sign_request r where r.statement_id = s.id and r.signature_id is null and r.expires_at > now()) >= 5000 then
    return 'full';
  end if;
  insert into sign_request (id, statement_id, organisation_id, edition, token_sha256, who, email_sha256, expires_at)
    values (request, s.id, s.organisation_id, s.edition, sha256(convert_to(token, 'utf8')), who, address,
      least(now() + make_interval(days => days), s.closes_at))
    on conflict (id) do nothing;
  return case when found then 'kept' else 'again' end;
end $$;
