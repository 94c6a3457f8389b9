-- What the desk needs: one plan for each file of an organisation, its address, its removal while nobody outside has seen it.

create unique index instrument_file_once on instrument (organisation_id, file_sha256);

-- A plan's own history, found without reading the whole organisation's.
create index history_instrument on history ((coalesce(after, before) ->> 'instrument_id'), id);

-- An address that no plan has: the wanted one, or with the first free number behind it. Security definer: it must also see the
-- drafts of others, of which it tells nothing but that their address is taken.
create function app.free_slug(wanted text, own uuid) returns text
  language sql stable security definer set search_path = public, app
  return (
    select candidate
    from (
      select n, case when n = 1 then wanted else rtrim(left(wanted, 74), '-') || '-' || n end as candidate
      from generate_series(1, 10000) as n
    ) as candidates
    where not exists (select from instrument i where i.slug = candidate and i.id is distinct from own)
    order by n
    limit 1
  );

-- Whether an instrument has ever been before the public. Its address may have been cited since.
create function app.was_published(instrument uuid) returns boolean
  language sql stable security definer set search_path = public, app
  return exists (
    select from history h
    where h.relation = 'instrument' and h.row_key = instrument::text and h.after ->> 'published_at' is not null
  );

-- Removes an instrument that was never public, with all that was read from it. An editor's act, or that of the person who added it.
-- The history keeps what was there. Gives whether it was done.
create function app.remove_draft(draft uuid) returns boolean
  language plpgsql security definer set search_path = public, app as $$
declare
  i instrument;
begin
  select * into i from instrument where id = draft for update;
  if i.id is null or app.was_published(draft) or not (app.can(i.organisation_id, 'editor')
    or (i.created_by is not distinct from app.asker() and app.can(i.organisation_id, 'contributor'))) then
    return false;
  end if;
  delete from finding where instrument_id = draft;
  delete from item where instrument_id = draft;
  delete from reading where instrument_id = draft;
  delete from instrument where id = draft;
  delete from page where file_sha256 = i.file_sha256
    and not exists (select from instrument other where other.file_sha256 = i.file_sha256);
  delete from file where sha256 = i.file_sha256
    and not exists (select from instrument other where other.file_sha256 = i.file_sha256);
  return true;
end $$;

-- Readings that were asked for and have not ended, for the start after a stop. Tells the worker which, and nothing of what they read.
create function app.readings_under_way() returns table (id uuid, requested_by text)
  language sql stable security definer set search_path = public, app
  as 'select r.id, r.requested_by from reading r where r.state in (''queued'', ''running'')';
