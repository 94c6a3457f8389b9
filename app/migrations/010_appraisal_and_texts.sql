-- Two people appraise a plan, each for herself; official texts of resolutions that an organisation adds.

-- One reviewer's answer to a criterion. The other sees it only when she has given her own, or an editor has settled the matter.
create table review_answer (
  instrument_id uuid not null references instrument on delete cascade,
  organisation_id uuid not null references organisation,
  criterion text not null,
  edition text not null,
  reviewer text not null,
  answer text not null check (answer in ('yes', 'partly', 'no', 'not-found')),
  reason text not null default '' check (length(reason) <= 5000),
  answered_at timestamptz not null default now(),
  version int not null default 1,
  primary key (instrument_id, criterion, edition, reviewer)
);
create trigger history after insert or update or delete on review_answer
  for each row execute function app.record_history('instrument_id', 'criterion', 'edition', 'reviewer');

create function app.has_answered(instrument uuid, its_criterion text, its_edition text) returns boolean
  language sql stable security definer set search_path = public, app as $$
  select exists (select from review_answer r where r.instrument_id = instrument and r.criterion = its_criterion and r.edition = its_edition
      and r.reviewer = app.asker())
    or exists (select from finding f where f.instrument_id = instrument and f.criterion = its_criterion and f.edition = its_edition)
$$;
-- How many have answered each criterion: so that a second reviewer knows that there is a first, and not what she said.
create function app.answers_given(instrument uuid, its_edition text) returns table (criterion text, answers int)
  language sql stable security definer set search_path = public, app as $$
  select r.criterion, count(*)::int from review_answer r
  where r.instrument_id = instrument and r.edition = its_edition and app.can(r.organisation_id, 'reader')
  group by r.criterion
$$;

alter table review_answer enable row level security;
create policy seen on review_answer for select using (
  organisation_id in (select app.mine('reader')) and (reviewer = app.asker() or app.has_answered(instrument_id, criterion, edition))
);
create policy given on review_answer for insert with check (
  reviewer = app.asker() and organisation_id in (select app.mine('contributor')) and app.of_instrument(instrument_id, organisation_id)
);
create policy changed on review_answer for update
  using (reviewer = app.asker() and organisation_id in (select app.mine('contributor')))
  with check (reviewer = app.asker());
grant select, insert, update (answer, reason, answered_at, version) on review_answer to open1325_app;

-- While a matter is open, the history does not tell a reviewer what the other one answered either.
drop policy of_members on history;
create policy of_members on history for select using (
  organisation_id in (select app.mine('reader'))
  and (relation not in ('review_answer', 'assessment', 'evidence', 'evidence_use') or who = app.asker()
    or (relation = 'evidence_use' and (coalesce(after, before) ->> 'evidence_id')::uuid in (select id from evidence))
    or (relation = 'review_answer'
      and app.has_answered((coalesce(after, before) ->> 'instrument_id')::uuid, coalesce(after, before) ->> 'criterion',
        coalesce(after, before) ->> 'edition'))
    or (relation in ('assessment', 'evidence') and coalesce(after, before) ->> 'visibility' <> 'me'
      and coalesce(before, after) ->> 'visibility' <> 'me'))
);

-- A resolution's official text, added by people who have it: the words are the United Nations', not ours to ship.
create table official_text (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  resolution int not null check (resolution > 0),
  language text not null check (language ~ '^[a-z]{2,3}$'),
  file_sha256 text not null references file,
  file_name text not null check (length(file_name) between 1 and 255),
  -- [{ number, sub?, verb, text, cites }] as read.
  paragraphs jsonb not null check (jsonb_typeof(paragraphs) = 'array'),
  added_by text not null,
  added_at timestamptz not null default now(),
  published_at timestamptz,
  version int not null default 1,
  unique (organisation_id, resolution, language)
);
create index official_text_file on official_text (file_sha256);
create trigger history after insert or update or delete on official_text for each row execute function app.record_history('id');
alter table official_text enable row level security;
create policy seen on official_text for select
  using (published_at is not null or organisation_id in (select app.mine('reader')));
create policy added on official_text for insert
  with check (organisation_id in (select app.mine('contributor')) and added_by = app.asker() and published_at is null);
create policy changed on official_text for update using (organisation_id in (select app.mine('editor')))
  with check (organisation_id in (select app.mine('editor')));
create policy removed on official_text for delete using (organisation_id in (select app.mine('editor')));
grant select, insert, update (paragraphs, file_sha256, file_name, published_at, version), delete on official_text to open1325_app;
create policy seen_with_its_text on file for select using (sha256 in (select file_sha256 from official_text));
create policy seen_with_its_texts on organisation for select
  using (exists (select from official_text t where t.organisation_id = organisation.id and t.published_at is not null));

-- A file is forgotten only when no row has it any more.
create function app.file_is_used(digest text) returns boolean
  language sql stable security definer set search_path = public, app
  return exists (select from instrument where file_sha256 = digest) or exists (select from evidence where file_sha256 = digest)
    or exists (select from import where file_sha256 = digest) or exists (select from official_text where file_sha256 = digest);
-- Would tell anybody who has a file whether somebody here has it, too.
revoke execute on function app.file_is_used(text) from public;
create or replace function app.remove_draft(draft uuid) returns boolean
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
  delete from file where sha256 = i.file_sha256 and not app.file_is_used(i.file_sha256);
  return true;
end $$;
-- Takes a piece of evidence away for good, with its file where nothing else has it: a person may ask for that. Gives whether it was done.
create function app.erase_evidence(which uuid) returns boolean
  language plpgsql security definer set search_path = public, app as $$
declare
  e evidence;
begin
  select * into e from evidence where id = which for update;
  if e.id is null or not ((e.visibility <> 'me' and app.can(e.organisation_id, 'editor'))
    or (e.created_by = app.asker() and app.can(e.organisation_id, 'contributor'))) then
    return false;
  end if;
  update evidence set title = '-', author = null, dated = null, note = case when kind = 'note' then '-' end,
    url = case when kind <> 'note' then 'https://erased.invalid/' end, seen_on = case when kind = 'link' then current_date end,
    file_sha256 = null, file_name = null, visibility = case visibility when 'me' then 'me' else 'organisation' end, consent = 'withdrawn',
    withdrawn_at = coalesce(withdrawn_at, now()), version = version + 1
    where id = which;
  delete from file where sha256 = e.file_sha256 and not app.file_is_used(e.file_sha256);
  return true;
end $$;

-- As before; and what was for her eyes only, which nobody else could ever find again to take it away, goes with her.
create or replace function app.delete_account() returns void
  language plpgsql security definer set search_path = public, app as $$
declare
  address text;
begin
  perform app.erase_evidence(e.id) from evidence e where e.created_by = app.asker() and e.visibility = 'me';
  delete from saved_view where created_by = app.asker() and not shared;
  delete from auth.verification where value = app.asker();
  delete from auth."user" where id = app.asker() returning email into address;
  update invitation set email = null where lower(email) = address;
end $$;
