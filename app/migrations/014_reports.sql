-- Reports: written by several people, filled from the ledger, frozen as numbered editions that never change.

create table report (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  -- The address of its public editions.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  kind text not null check (kind in ('alternative-report', 'shadow-report', 'country-brief', 'report-card', 'general-statement',
    'recommendation-set')),
  title text not null check (length(btrim(title)) between 1 and 300),
  -- BCP 47: of its words and of the words that are put in.
  language text not null check (length(language) between 2 and 35),
  country text check (country ~ '^[A-Z]{3}$'),
  -- The outline that it began with, the body it is for, and the body's rule and session, as the files of the library name them.
  outline text check (length(outline) <= 100),
  body text check (length(body) <= 200),
  procedure text check (length(procedure) <= 100),
  session text check (length(session) <= 200),
  -- What the cover says: the submitting organisations in full, and whether the body may publish it; null: nobody said.
  organisations text not null default '' check (length(organisations) <= 5000),
  may_be_published boolean,
  created_by text not null,
  created_at timestamptz not null default now(),
  version int not null default 1,
  deleted_at timestamptz
);
create index report_organisation on report (organisation_id, created_at);
create trigger history after insert or update or delete on report for each row execute function app.record_history('id');
alter table report enable row level security;
create policy seen on report for select using (organisation_id in (select app.mine('reader')));
create policy added on report for insert
  with check (organisation_id in (select app.mine('contributor')) and created_by = app.asker());
create policy changed on report for update using (organisation_id in (select app.mine('contributor')));
grant select,
  insert (id, organisation_id, slug, kind, title, language, country, outline, body, procedure, session, organisations, may_be_published,
    created_by),
  update (title, language, country, body, procedure, session, organisations, may_be_published, version, deleted_at) on report
  to open1325_app;

create function app.of_report(its_report uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from report r where r.id = its_report and r.organisation_id = organisation and r.deleted_at is null)';

-- What is written between what is put in. Each change is kept whole in the history: that is where versions come from.
create table report_section (
  id uuid primary key default gen_random_uuid(),
  report_id uuid not null references report on delete cascade,
  organisation_id uuid not null references organisation,
  position double precision not null,
  title text not null check (length(btrim(title)) between 1 and 300),
  -- What belongs here, from the outline.
  hint text not null default '' check (length(hint) <= 2000),
  text text not null default '' check (length(text) <= 200000),
  changed_by text not null,
  changed_at timestamptz not null default now(),
  version int not null default 1,
  deleted_at timestamptz
);
create index report_section_order on report_section (report_id, position);
create trigger history after insert or update or delete on report_section for each row execute function app.record_history('id');
alter table report_section enable row level security;
create policy seen on report_section for select using (organisation_id in (select app.mine('reader')));
create policy added on report_section for insert with check (
  organisation_id in (select app.mine('contributor')) and changed_by = app.asker() and app.of_report(report_id, organisation_id));
create policy changed on report_section for update using (organisation_id in (select app.mine('contributor')))
  with check (changed_by = app.asker() and app.of_report(report_id, organisation_id));
grant select, insert (id, report_id, organisation_id, position, title, hint, text, changed_by),
  update (position, title, text, changed_by, changed_at, version, deleted_at) on report_section to open1325_app;

-- What was put in, as [[number]] in the sections' text: the words as they were, and a digest of what the source said then.
create table report_claim (
  report_id uuid not null references report on delete cascade,
  number int not null check (number > 0),
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('commitment', 'assessment', 'indicator', 'finding', 'answer', 'manual')),
  -- What finds the source again: ids, with a country or a year where the words depend on it.
  source jsonb not null check (jsonb_typeof(source) = 'object'),
  source_version text not null check (length(source_version) <= 100),
  url text check (url ~ '^(https?://|/)' and length(url) <= 2000),
  -- Blocks of the report writer.
  blocks jsonb not null check (jsonb_typeof(blocks) = 'array'),
  inserted_by text not null,
  inserted_at timestamptz not null default now(),
  version int not null default 1,
  primary key (report_id, number)
);
create trigger history after insert or update or delete on report_claim
  for each row execute function app.record_history('report_id', 'number');
alter table report_claim enable row level security;
create policy seen on report_claim for select using (organisation_id in (select app.mine('reader')));
create policy added on report_claim for insert with check (
  organisation_id in (select app.mine('contributor')) and inserted_by = app.asker() and app.of_report(report_id, organisation_id));
create policy changed on report_claim for update using (organisation_id in (select app.mine('contributor')))
  with check (inserted_by = app.asker() and app.of_report(report_id, organisation_id));
grant select, insert (report_id, number, organisation_id, kind, source, source_version, url, blocks, inserted_by),
  update (source_version, url, blocks, inserted_by, inserted_at, version) on report_claim to open1325_app;

create table report_comment (
  id uuid primary key default gen_random_uuid(),
  section_id uuid not null references report_section on delete cascade,
  report_id uuid not null references report on delete cascade,
  organisation_id uuid not null references organisation,
  text text not null check (length(btrim(text)) between 1 and 5000),
  created_by text not null,
  created_at timestamptz not null default now(),
  settled_at timestamptz
);
create index report_comment_section on report_comment (section_id, created_at);
create trigger history after insert or update or delete on report_comment for each row execute function app.record_history('id');
create function app.of_section(section uuid, its_report uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from report_section s where s.id = section and s.report_id = its_report)';
alter table report_comment enable row level security;
create policy seen on report_comment for select using (organisation_id in (select app.mine('reader')));
create policy added on report_comment for insert with check (
  organisation_id in (select app.mine('contributor')) and created_by = app.asker() and app.of_report(report_id, organisation_id)
  and app.of_section(section_id, report_id));
create policy changed on report_comment for update using (organisation_id in (select app.mine('contributor')));
grant select, insert (id, section_id, report_id, organisation_id, text, created_by), update (settled_at) on report_comment to open1325_app;

-- An edition: the report as it was on a day, with its files. Nothing of it ever changes; whether the public sees it is an editor's to say.
create table report_edition (
  report_id uuid not null references report,
  number int not null check (number > 0),
  organisation_id uuid not null references organisation,
  slug text not null,
  kind text not null,
  title text not null,
  language text not null,
  country text,
  body text,
  -- The report writer's document, with its claims.
  document jsonb not null,
  words int not null check (words >= 0),
  docx_sha256 text not null references file,
  pdf_sha256 text not null references file,
  html_sha256 text not null references file,
  markdown_sha256 text not null references file,
  frozen_by text not null,
  frozen_at timestamptz not null default now(),
  published_at timestamptz,
  primary key (report_id, number)
);
create index report_edition_public on report_edition (slug, number) where published_at is not null;
create trigger history after insert or update or delete on report_edition
  for each row execute function app.record_history('report_id', 'number');
create function app.refuse_new_words() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or to_jsonb(old) - 'published_at' <> to_jsonb(new) - 'published_at' then
    raise exception 'an edition never changes' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger never_changes before update or delete on report_edition for each row execute function app.refuse_new_words();
alter table report_edition enable row level security;
create policy seen on report_edition for select
  using (published_at is not null or organisation_id in (select app.mine('reader')));
create policy frozen on report_edition for insert with check (
  organisation_id in (select app.mine('editor')) and frozen_by = app.asker() and app.of_report(report_id, organisation_id));
create policy published on report_edition for update using (organisation_id in (select app.mine('editor')));
grant select,
  insert (report_id, number, organisation_id, slug, kind, title, language, country, body, document, words, docx_sha256, pdf_sha256,
    html_sha256, markdown_sha256, frozen_by),
  update (published_at) on report_edition to open1325_app;

create policy seen_with_its_edition on file for select using (
  sha256 in (select unnest(array[docx_sha256, pdf_sha256, html_sha256, markdown_sha256]) from report_edition));
create policy seen_with_its_edition on organisation for select
  using (id in (select organisation_id from report_edition where published_at is not null));
