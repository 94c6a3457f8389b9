-- What a public plan's page shows changes only with this: a text that is another after every change of the plan, its rows, its findings
-- or the name that it is published under. Null for a plan that the public does not see. A page that nobody has to sign in for is kept
-- under it (app/platform/kept-pages.ts) instead of being made anew for each reader.
create function app.public_state(its_slug text) returns text
  language sql stable security definer set search_path = public, app as $$
  select concat_ws(' ', i.id, i.version, extract(epoch from i.published_at),
    (select max(h.id) from history h where coalesce(h.after, h.before) ->> 'instrument_id' = i.id::text), o.name)
  from instrument i join organisation o on o.id = i.organisation_id
  where i.slug = its_slug and i.published_at is not null
$$;
