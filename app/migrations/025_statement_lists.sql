-- Lists of statements need the titles of their texts, not the texts.
alter table statement_edition
  add column titles jsonb generated always as (jsonb_path_query_array(texts, '$[*].document.title')) stored,
  add column languages jsonb generated always as (jsonb_path_query_array(texts, '$[*].language')) stored;

-- As before, but from the signatures that stand under it, however long the history has grown: which of them are named, which are not, and
-- when the last of them was given.
create or replace function app.statement_state(its_slug text) returns text
  language sql stable security definer set search_path = public, app as $$
  select concat_ws(' ', s.id, s.version, o.name, s.opens_at <= now() and s.closes_at > now(), g.state)
  from statement s join organisation o on o.id = s.organisation_id,
    lateral (
      select concat_ws('/', count(*), count(*) filter (where named), bit_xor(hashtextextended(id::text, 0)),
        bit_xor(hashtextextended(id::text, 1)) filter (where named), max(signed_at)) as state
      from signature where statement_id = s.id and state = 'accepted'
    ) g
  where s.slug = its_slug and s.state <> 'draft'
$$;
