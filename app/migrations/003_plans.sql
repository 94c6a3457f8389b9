-- Files by content, instruments, their readings, their items, their findings.

create table file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  created_at timestamptz not null default now()
);

create table instrument (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  -- The public address: stays when everything else is corrected.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  kind text not null default 'national-action-plan'
    check (kind in ('national-action-plan', 'regional-action-plan', 'local-action-plan', 'policy', 'other')),
  title text not null check (length(btrim(title)) between 1 and 500),
  issuer text check (length(issuer) <= 300),
  -- ISO 3166-1 alpha-3, where the issuer is a state or a part of one.
  country text check (country ~ '^[A-Z]{3}$'),
  -- ISO 8601, as precise as the plan is: '2019' or '2019-03-01'.
  period_start text check (period_start ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  period_end text check (period_end ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  -- BCP 47, the most used first.
  languages text[] not null default '{}',
  -- Written by this project to show how it works; never to be taken for a state's promise.
  illustrative boolean not null default false,
  file_sha256 text not null references file,
  file_name text not null check (length(file_name) between 1 and 255),
  pages int,
  created_at timestamptz not null default now(),
  created_by text,
  published_at timestamptz,
  next_ref int not null default 1,
  version int not null default 1
);
create index instrument_organisation on instrument (organisation_id, created_at);
create index instrument_file on instrument (file_sha256);
create index instrument_published on instrument (country, period_start) where published_at is not null;

-- One run of the reader over the instrument's file. The document is what the machine read, kept as it was.
create table reading (
  id uuid primary key default gen_random_uuid(),
  instrument_id uuid not null references instrument,
  organisation_id uuid not null references organisation,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  pages_done int not null default 0,
  pages int,
  requested_by text,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  -- The reader's code ('encrypted', 'broken', ...), translated where it is shown.
  error text,
  document jsonb
);
create index reading_instrument on reading (instrument_id, created_at);
-- One reading at a time: a form posted twice starts one.
create unique index reading_under_way on reading (instrument_id) where state in ('queued', 'running');

-- The words of each page of a file: what a quote is sought in.
create table page (
  file_sha256 text not null references file,
  -- 1-based; 0 for a file without pages.
  number int not null check (number >= 0),
  width real not null,
  height real not null,
  text text not null,
  primary key (file_sha256, number)
);

create table item (
  id uuid primary key default gen_random_uuid(),
  instrument_id uuid not null references instrument,
  organisation_id uuid not null references organisation,
  -- The item's public number within the instrument: never given twice, survives corrections and new readings.
  ref int not null check (ref > 0),
  kind text not null check (kind in ('pillar', 'objective', 'outcome', 'output', 'action', 'indicator')),
  number text check (length(number) between 1 and 60),
  text text not null check (length(btrim(text)) between 1 and 20000),
  parent_id uuid references item deferrable initially deferred,
  -- Reading order within the instrument.
  position double precision not null,
  -- { responsible: { text, cites, value? }, ... }: the plan document's fields.
  fields jsonb not null default '{}' check (jsonb_typeof(fields) = 'object'),
  -- [{ page, box, at?, quote }]: never empty.
  cites jsonb not null check (jsonb_typeof(cites) = 'array' and jsonb_array_length(cites) > 0),
  -- How sure the reading was, 0..1; null for what a person added.
  confidence real check (confidence between 0 and 1),
  state text not null default 'read' check (state in ('read', 'confirmed')),
  confirmed_by text,
  confirmed_at timestamptz,
  -- Taken out of the plan by a person; its address says so, or leads to the item that it was merged into.
  deleted_at timestamptz,
  merged_into uuid references item deferrable initially deferred,
  version int not null default 1,
  unique (instrument_id, ref)
);
create index item_order on item (instrument_id, position) where deleted_at is null;

-- An editor's word on a criterion, with the machine's beside it. Without a row here the machine's finding is only a draft on the desk.
create table finding (
  instrument_id uuid not null references instrument,
  organisation_id uuid not null references organisation,
  criterion text not null,
  edition text not null,
  -- What appraise() found when the editor decided: the machine's word is kept beside the person's.
  machine jsonb not null,
  answer text not null check (answer in ('yes', 'partly', 'no', 'not-found')),
  -- Why; must be given where the person overrules the machine.
  reason text check (length(reason) <= 5000),
  decided_by text not null,
  decided_at timestamptz not null default now(),
  version int not null default 1,
  primary key (instrument_id, criterion, edition),
  check (answer = machine ->> 'answer' or length(btrim(reason)) > 0)
);

create trigger history after insert or update or delete on instrument for each row execute function app.record_history('id');
create trigger history after insert or update or delete on item for each row execute function app.record_history('id');
create trigger history after insert or update or delete on finding
  for each row execute function app.record_history('instrument_id', 'criterion', 'edition');

alter table file enable row level security;
alter table instrument enable row level security;
alter table reading enable row level security;
alter table page enable row level security;
alter table item enable row level security;
alter table finding enable row level security;

create policy seen on instrument for select using (published_at is not null or app.can(organisation_id, 'reader'));
create policy added on instrument for insert with check (app.can(organisation_id, 'contributor') and published_at is null);
-- Publishing needs an editor: app.publish() below is the only way to set published_at.
-- What the public reads is an editor's to change; a draft is a contributor's too.
create policy changed on instrument for update
  using (app.can(organisation_id, case when published_at is null then 'contributor' else 'editor' end));

create policy seen on organisation for select
  using (id in (select organisation_id from instrument where published_at is not null));

create policy seen on file for select using (sha256 in (select file_sha256 from instrument));
create policy seen on page for select using (file_sha256 in (select file_sha256 from instrument));

create policy seen on reading for select using (app.can(organisation_id, 'reader'));
-- What is read from an instrument belongs to the instrument's organisation, and stays there.
create function app.of_instrument(instrument uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, app
  return exists (select from instrument i where i.id = instrument and i.organisation_id = organisation);

create policy added on reading for insert
  with check (app.can(organisation_id, 'contributor') and app.of_instrument(instrument_id, organisation_id));
create policy changed on reading for update using (app.can(organisation_id, 'contributor'))
  with check (app.can(organisation_id, 'contributor') and app.of_instrument(instrument_id, organisation_id));

create policy seen on item for select
  using (app.can(organisation_id, 'reader') or instrument_id in (select id from instrument where published_at is not null));
create function app.can_change_items(instrument uuid) returns boolean
  language sql stable security definer set search_path = public, app
  return (
    select app.can(i.organisation_id, case when i.published_at is null then 'contributor' else 'editor' end)
    from instrument i where i.id = instrument
  );
create policy added on item for insert
  with check (app.can_change_items(instrument_id) and app.of_instrument(instrument_id, organisation_id));
create policy changed on item for update using (app.can_change_items(instrument_id))
  with check (app.can_change_items(instrument_id) and app.of_instrument(instrument_id, organisation_id));

create policy seen on finding for select
  using (app.can(organisation_id, 'reader') or instrument_id in (select id from instrument where published_at is not null));
create policy added on finding for insert
  with check (app.can(organisation_id, 'editor') and app.of_instrument(instrument_id, organisation_id));
create policy changed on finding for update using (app.can(organisation_id, 'editor'))
  with check (app.can(organisation_id, 'editor') and app.of_instrument(instrument_id, organisation_id));

-- Keeps a file's row; anybody who may add a plan somewhere may keep a file.
create function app.keep_file(digest text, media text, size bigint) returns void
  language plpgsql security definer set search_path = public, app as $$
begin
  if not exists (select from membership where user_id = app.asker() and until is null and app.rank(role) >= 2) then
    raise exception 'only a contributor may keep a file' using errcode = 'insufficient_privilege';
  end if;
  insert into file (sha256, media_type, bytes) values (digest, media, size) on conflict do nothing;
end $$;

-- Keeps the words of a file's pages, as read. Needs an instrument with that file that the asker may change.
create function app.keep_pages(digest text, pages jsonb) returns void
  language plpgsql security definer set search_path = public, app as $$
begin
  if not exists (select from instrument where file_sha256 = digest and app.can(organisation_id, 'contributor')) then
    raise exception 'only a contributor may read a file' using errcode = 'insufficient_privilege';
  end if;
  delete from page where file_sha256 = digest;
  insert into page (file_sha256, number, width, height, text)
    select digest, p.number, p.width, p.height, p.text
    from jsonb_to_recordset(pages) as p (number int, width real, height real, text text);
end $$;

-- Puts an instrument before the public, or takes it back. An editor's act. Gives whether it was done.
create function app.publish(instrument uuid, public boolean) returns boolean
  language plpgsql security definer set search_path = public, app as $$
begin
  update instrument i
    set published_at = case when public then coalesce(i.published_at, now()) end, version = i.version + 1
    where i.id = instrument and app.can(i.organisation_id, 'editor');
  return found;
end $$;

grant select on file, page to open1325_app;
grant select, insert on instrument to open1325_app;
grant update (slug, kind, title, issuer, country, period_start, period_end, languages, pages, next_ref, version) on instrument to open1325_app;
grant select, insert, update on reading, item, finding to open1325_app;
