-- What an assessment or an observation rests on: files, links, datasets, photos, notes; with consent, and for whose eyes.

create table evidence (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('file', 'photo', 'link', 'dataset', 'note')),
  title text not null check (length(btrim(title)) between 1 and 300),
  -- Who wrote, took or published it.
  author text check (length(author) <= 300),
  -- When it was written or taken: ISO 8601, as precise as it is known.
  dated text check (dated ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  note text check (length(note) <= 20000),
  url text check (url ~ '^https?://' and length(url) <= 2000),
  -- The day on which somebody saw what the link leads to.
  seen_on date,
  -- The file itself, or the kept copy of what a link led to. Photos are kept without their metadata.
  file_sha256 text references file,
  file_name text check (length(file_name) between 1 and 255),
  -- Whether a person who can be recognised in it agreed that it is used and shown.
  consent text not null check (consent in ('not-needed', 'given', 'not-given', 'withdrawn')),
  visibility text not null default 'organisation' check (visibility in ('me', 'organisation', 'partners', 'public')),
  created_by text not null,
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version int not null default 1,
  check ((file_sha256 is null) = (file_name is null)),
  check (kind not in ('file', 'photo', 'dataset') or file_sha256 is not null or url is not null),
  check (kind <> 'link' or (url is not null and seen_on is not null)),
  check (kind <> 'note' or length(btrim(note)) > 0),
  constraint shown_with_consent check (visibility in ('me', 'organisation') or consent in ('not-needed', 'given'))
);
create index evidence_organisation on evidence (organisation_id, created_at);
create index evidence_file on evidence (file_sha256);
create trigger history after insert or update or delete on evidence for each row execute function app.record_history('id');
alter table evidence enable row level security;
create policy seen on evidence for select using (
  (visibility = 'public' and withdrawn_at is null)
  or (organisation_id in (select app.mine('reader')) and (visibility <> 'me' or created_by = app.asker()))
  or (visibility = 'partners' and withdrawn_at is null and organisation_id in (select app.sharing_with_me()))
);
create policy added on evidence for insert with check (
  created_by = app.asker()
  and organisation_id in (select app.mine(case when visibility in ('partners', 'public') then 'editor' else 'contributor' end))
);
-- Who added it may take it back from the public at any time: consent can be withdrawn. Showing it needs an editor.
create policy changed on evidence for update
  using (organisation_id in (select app.mine('contributor'))
    and (created_by = app.asker() or (visibility <> 'me' and organisation_id in (select app.mine('editor')))))
  with check (organisation_id in (select app.mine(case when visibility in ('partners', 'public') then 'editor' else 'contributor' end)));
grant select,
  insert (id, organisation_id, kind, title, author, dated, note, url, seen_on, file_sha256, file_name, consent, visibility, created_by),
  update (title, author, dated, note, url, seen_on, file_sha256, file_name, consent, visibility, withdrawn_at, version) on evidence to open1325_app;

-- What rests on a piece of evidence. Its policies come with the observations.
create table evidence_use (
  evidence_id uuid not null references evidence on delete cascade,
  relation text not null check (relation in ('assessment', 'observation', 'item')),
  -- The assessment's, observation's or item's id.
  used_by uuid not null,
  organisation_id uuid not null references organisation,
  said_by text not null,
  said_at timestamptz not null default now(),
  primary key (evidence_id, relation, used_by)
);
create index evidence_use_by on evidence_use (relation, used_by);
create trigger history after insert or update or delete on evidence_use
  for each row execute function app.record_history('evidence_id', 'relation', 'used_by');
alter table evidence_use enable row level security;

create policy seen_with_its_evidence on file for select using (sha256 in (select file_sha256 from evidence));

create policy seen_with_its_evidence on organisation for select
  using (exists (select from evidence e where e.organisation_id = organisation.id and e.visibility = 'public'));
