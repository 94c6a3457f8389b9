-- The clock: sessions of bodies as organisations enter or correct them, their own dates, what a person follows and is reminded of. Rules of
-- bodies and the sessions that the library knows are data files (library/bodies); here is only what people add to them.

create table body_session (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  -- A body of the library.
  body text not null check (body ~ '^[a-z0-9-]{1,60}$'),
  -- The library's session that this takes the place of; null: one that the library does not know.
  corrects text check (corrects ~ '^[a-z0-9-]{1,100}$'),
  name text not null check (length(btrim(name)) between 1 and 300),
  -- ISO 8601: a year, a month or a day, as far as it is known.
  starts text check (starts ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  ends text check (ends ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  -- When the country is examined, where a rule counts from it.
  examination date,
  state text not null check (state in ('planned', 'moved', 'cancelled', 'online')),
  procedures text[] not null default '{}' check (cardinality(procedures) <= 50),
  -- ISO 3166-1 alpha-3; null: not known, or about none.
  countries text[] check (cardinality(countries) between 1 and 250),
  -- What the body announced: [{ procedure, by, opens, closes, time, zone, supersedes }].
  deadlines jsonb not null default '[]' check (jsonb_typeof(deadlines) = 'array' and length(deadlines::text) <= 50000),
  -- Dates that it had before, the last one last: [{ start, end }].
  supersedes jsonb not null default '[]' check (jsonb_typeof(supersedes) = 'array' and length(supersedes::text) <= 20000),
  note text not null default '' check (length(note) <= 2000),
  -- Where it was read, and when.
  source_title text not null check (length(btrim(source_title)) between 1 and 300),
  source_url text check (source_url ~ '^https?://' and length(source_url) <= 2000),
  source_kind text not null check (source_kind in ('official', 'copy', 'secondary')),
  seen_on date not null,
  visibility text not null default 'organisation' check (visibility in ('organisation', 'public')),
  created_by text not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version int not null default 1,
  deleted_at timestamptz,
  check (ends is null or starts is null or ends >= left(starts, length(ends)))
);
create unique index body_session_corrects on body_session (organisation_id, body, corrects) where deleted_at is null;
create index body_session_body on body_session (body) where deleted_at is null;
create trigger history after insert or update or delete on body_session for each row execute function app.record_history('id');
alter table body_session enable row level security;
create policy seen on body_session for select
  using ((visibility = 'public' and deleted_at is null) or organisation_id in (select app.mine('reader')));
-- What everybody sees is an editor's to say.
create policy entered on body_session for insert with check (created_by = app.asker() and deleted_at is null
  and organisation_id in (select app.mine('contributor'))
  and (visibility = 'organisation' or organisation_id in (select app.mine('editor'))));
create policy changed on body_session for update
  using (organisation_id in (select app.mine('contributor'))
    and (visibility = 'organisation' or organisation_id in (select app.mine('editor'))))
  with check (organisation_id in (select app.mine('contributor'))
    and (visibility = 'organisation' or organisation_id in (select app.mine('editor'))));
grant select,
  insert (id, organisation_id, body, corrects, name, starts, ends, examination, state, procedures, countries, deadlines, supersedes, note,
    source_title, source_url, source_kind, seen_on, visibility, created_by),
  update (name, starts, ends, examination, state, procedures, countries, deadlines, supersedes, note, source_title, source_url, source_kind,
    seen_on, visibility, changed_at, version, deleted_at) on body_session to open1325_app;

-- A file of another calendar, looked at before anything of it is taken in. No history: what is taken in has one.
create table calendar_import (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  file_name text not null check (length(file_name) between 1 and 255),
  -- What was read of it: app/features/clock/ical/read.ts.
  events jsonb not null check (jsonb_typeof(events) = 'array'),
  -- What of it is not used.
  remarks jsonb not null default '[]' check (jsonb_typeof(remarks) = 'array'),
  -- What it changed: [{ id, before }]; before is null where the date was new.
  taken jsonb check (jsonb_typeof(taken) = 'array'),
  created_by text not null,
  created_at timestamptz not null default now(),
  taken_at timestamptz,
  undone_at timestamptz,
  check ((taken is null) = (taken_at is null))
);
create index calendar_import_organisation on calendar_import (organisation_id, created_at);
alter table calendar_import enable row level security;
create policy seen on calendar_import for select using (organisation_id in (select app.mine('contributor')));
create policy added on calendar_import for insert
  with check (created_by = app.asker() and organisation_id in (select app.mine('contributor')));
create policy changed on calendar_import for update using (organisation_id in (select app.mine('contributor')))
  with check (organisation_id in (select app.mine('contributor')));
create policy dropped on calendar_import for delete
  using (created_by = app.asker() and taken_at is null and organisation_id in (select app.mine('contributor')));
grant select, insert (id, organisation_id, file_name, events, remarks, created_by), update (events, taken, taken_at, undone_at), delete
  on calendar_import to open1325_app;

-- Dates of an organisation's own.
create table own_date (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  title text not null check (length(btrim(title)) between 1 and 300),
  note text not null default '' check (length(note) <= 5000),
  starts_on date not null,
  -- Its last day, where it lasts longer than one.
  ends_on date check (ends_on >= starts_on),
  -- By the clocks of `time_zone`; null: the whole day.
  starts_at text check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ends_at text check (ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- IANA.
  time_zone text check (length(time_zone) between 1 and 60),
  country text check (country ~ '^[A-Z]{3}$'),
  url text check (url ~ '^https?://' and length(url) <= 2000),
  visibility text not null default 'organisation' check (visibility in ('organisation', 'public')),
  -- Days on which it was to begin before, the last one last.
  moved_from text[] not null default '{}' check (cardinality(moved_from) <= 100),
  cancelled_at timestamptz,
  import_id uuid references calendar_import,
  -- What the calendar that it comes from calls it, and which of its repetitions it is.
  import_uid text check (length(import_uid) between 1 and 500),
  import_repetition text check (length(import_repetition) <= 30),
  created_by text not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version int not null default 1,
  deleted_at timestamptz,
  check ((starts_at is null) = (time_zone is null)),
  check (ends_at is null or starts_at is not null)
);
create index own_date_days on own_date (organisation_id, starts_on) where deleted_at is null;
create index own_date_public on own_date (starts_on) where deleted_at is null and visibility = 'public';
create unique index own_date_imported on own_date (organisation_id, import_uid, coalesce(import_repetition, ''))
  where deleted_at is null and import_uid is not null;
create index own_date_import on own_date (import_id);
create trigger history after insert or update or delete on own_date for each row execute function app.record_history('id');
create function app.of_calendar_import(its_import uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from calendar_import i where i.id = its_import and i.organisation_id = organisation)';
alter table own_date enable row level security;
create policy seen on own_date for select
  using ((visibility = 'public' and deleted_at is null) or organisation_id in (select app.mine('reader')));
create policy added on own_date for insert with check (created_by = app.asker() and deleted_at is null
  and organisation_id in (select app.mine('contributor'))
  and (visibility = 'organisation' or organisation_id in (select app.mine('editor')))
  and (import_id is null or app.of_calendar_import(import_id, organisation_id)));
create policy changed on own_date for update
  using (organisation_id in (select app.mine('contributor'))
    and (visibility = 'organisation' or organisation_id in (select app.mine('editor'))))
  with check (organisation_id in (select app.mine('contributor'))
    and (visibility = 'organisation' or organisation_id in (select app.mine('editor')))
    and (import_id is null or app.of_calendar_import(import_id, organisation_id)));
grant select,
  insert (id, organisation_id, title, note, starts_on, ends_on, starts_at, ends_at, time_zone, country, url, visibility, import_id, import_uid,
    import_repetition, created_by),
  update (title, note, starts_on, ends_on, starts_at, ends_at, time_zone, country, url, visibility, moved_from, cancelled_at, changed_at,
    version, deleted_at) on own_date to open1325_app;

-- What a person follows. Hers alone, and without history: it is nobody's business whom she watches.
create table followed (
  user_id text not null references auth."user" on delete cascade,
  kind text not null check (kind in ('country', 'body')),
  -- A country's code, or the body's id.
  what text not null check (length(what) between 1 and 60),
  primary key (user_id, kind, what)
);
alter table followed enable row level security;
create policy own on followed for all using (user_id = app.asker()) with check (user_id = app.asker());
grant select, insert, delete on followed to open1325_app;

create table clock_setting (
  user_id text primary key references auth."user" on delete cascade,
  -- IANA: hers.
  time_zone text check (length(time_zone) between 1 and 60),
  -- Of her letters and of her calendar: BCP 47.
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
  -- On how many days before she is reminded; none: she wants no letters.
  days_before int[] not null default '{}' check (cardinality(days_before) <= 10 and 0 <= all (days_before) and 366 >= all (days_before)),
  -- Her calendar's address: only the hash of its secret is kept, which is signed with the installation's own (desk/link.ts).
  link_sha256 bytea unique,
  link_number int not null default 0
);
alter table clock_setting enable row level security;
create policy own on clock_setting for all using (user_id = app.asker()) with check (user_id = app.asker());
grant select (user_id, time_zone, language, days_before, link_number), insert, update (time_zone, language, days_before, link_sha256, link_number)
  on clock_setting to open1325_app;
grant delete on clock_setting to open1325_app;

-- Reminders that went out: none goes twice.
create table reminder (
  user_id text not null references auth."user" on delete cascade,
  -- The calendar's id of what is due, the day it was due then, and how long before she was told.
  what text not null check (length(what) <= 600),
  day date not null,
  days_before int not null,
  sent_at timestamptz not null default now(),
  primary key (user_id, what, day, days_before)
);
alter table reminder enable row level security;
create policy own on reminder for select using (user_id = app.asker());
grant select on reminder to open1325_app;

-- Whose calendar an address is, and in which language; nothing where the secret is wrong, renewed or taken back.
create function app.calendar_of(token text) returns table (user_id text, language text)
  language sql stable security definer set search_path = public, app as $$
  select s.user_id, s.language from clock_setting s where s.link_sha256 = sha256(convert_to(token, 'utf8'))
$$;

create policy seen_with_its_dates on organisation for select using (
  exists (select from body_session s where s.organisation_id = organisation.id and s.visibility = 'public' and s.deleted_at is null)
  or exists (select from own_date d where d.organisation_id = organisation.id and d.visibility = 'public' and d.deleted_at is null)
);
