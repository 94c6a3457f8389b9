-- Indicators: frameworks, definition passports, baselines, targets and observations; what was thought of a warning; imports.

create table framework (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  -- 'women-count-2012'; one of the library's has its own for ever.
  code text not null unique check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 80),
  -- { en: '...', fr: '...' }, at least one language.
  titles jsonb not null check (jsonb_typeof(titles) = 'object' and titles <> '{}'),
  description jsonb not null default '{}',
  source text,
  source_url text check (source_url ~ '^https?://'),
  -- Whether somebody held the wording against its source.
  verified boolean not null default false,
  published_at timestamptz,
  created_by text,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create trigger history after insert or update or delete on framework for each row execute function app.record_history('id');
alter table framework enable row level security;
create policy seen on framework for select
  using (published_at is not null or organisation_id in (select app.mine('reader')));
create policy added on framework for insert
  with check (created_by = app.asker()
    and organisation_id in (select app.mine(case when published_at is null then 'contributor' else 'editor' end)));
create policy changed on framework for update
  using (organisation_id in (select app.mine(case when published_at is null then 'contributor' else 'editor' end)))
  with check (organisation_id in (select app.mine(case when published_at is null then 'contributor' else 'editor' end)));
grant select, insert, update (titles, description, source, source_url, published_at, version) on framework to open1325_app;

-- A definition passport: what is measured, and how.
create table indicator (
  id uuid primary key default gen_random_uuid(),
  framework_id uuid not null references framework on delete cascade,
  organisation_id uuid not null references organisation,
  parent_id uuid references indicator deferrable initially deferred,
  -- As printed: '11a', '5.2.1'.
  code text not null check (length(code) between 1 and 60),
  titles jsonb not null check (jsonb_typeof(titles) = 'object' and titles <> '{}'),
  -- The part of the framework that it stands in, in languages: { en: 'Participation' }.
  section jsonb,
  definition text check (length(definition) <= 5000),
  formula text check (length(formula) <= 2000),
  unit text check (length(unit) <= 100),
  value_kind text not null check (value_kind in ('number', 'share', 'yes-no', 'level', 'list')),
  -- Counts people: then 1 to 4 of them are not shown to the public.
  counts_people boolean not null default false,
  -- For a level: the levels, lowest first.
  levels text[] not null default '{}',
  -- Which way is better; null: neither, or not said.
  direction text check (direction in ('more', 'less')),
  -- By what it may be broken down: 'sex', 'age', ... Empty: by nothing; null: nobody said.
  disaggregation text[],
  data_source text check (length(data_source) <= 1000),
  owner text check (length(owner) <= 300),
  frequency text check (length(frequency) <= 200),
  reported_by text check (reported_by in ('UN', 'state', 'both')),
  -- Where the wording stands; null together with verified = false: nobody has seen it.
  source text check (length(source) <= 1000),
  verified boolean not null default false,
  -- A plan's own indicator: the item that it was read from.
  item_id uuid references item on delete set null,
  position double precision not null default 0,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create unique index indicator_code on indicator (framework_id, code) where deleted_at is null;
create unique index indicator_of_item on indicator (item_id, organisation_id) where deleted_at is null;
create index indicator_organisation on indicator (organisation_id);
create trigger history after insert or update or delete on indicator for each row execute function app.record_history('id');
create function app.of_framework(framework uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from framework f where f.id = framework and f.organisation_id = organisation)';
-- What the public reads is an editor's to change; a draft is a contributor's too.
create function app.can_change_framework(framework uuid) returns boolean
  language sql stable security definer set search_path = public, app as $$
  select app.can(f.organisation_id, case when f.published_at is null then 'contributor' else 'editor' end) from framework f
  where f.id = framework
$$;
alter table indicator enable row level security;
create policy seen on indicator for select using (framework_id in (select id from framework));
create policy added on indicator for insert
  with check (app.can_change_framework(framework_id) and app.of_framework(framework_id, organisation_id)
    and (item_id is null or exists (select from item i where i.id = item_id and i.organisation_id = indicator.organisation_id)));
create policy changed on indicator for update using (app.can_change_framework(framework_id))
  with check (app.can_change_framework(framework_id) and app.of_framework(framework_id, organisation_id)
    and (item_id is null or exists (select from item i where i.id = item_id and i.organisation_id = indicator.organisation_id)));
grant select, insert, update (parent_id, code, titles, section, definition, formula, unit, value_kind, counts_people, levels, direction, disaggregation,
  data_source, owner, frequency, reported_by, source, verified, item_id, position, deleted_at, version) on indicator to open1325_app;

-- Which commitments an indicator measures: a framework's indicators and a plan's measures belong together many to many.
create table indicator_commitment (
  indicator_id uuid not null references indicator on delete cascade,
  item_id uuid not null references item on delete cascade,
  instrument_id uuid not null references instrument on delete cascade,
  organisation_id uuid not null references organisation,
  said_by text not null,
  said_at timestamptz not null default now(),
  primary key (indicator_id, item_id)
);
create index indicator_commitment_item on indicator_commitment (item_id);
create trigger history after insert or update or delete on indicator_commitment
  for each row execute function app.record_history('indicator_id', 'item_id');
alter table indicator_commitment enable row level security;
create policy seen on indicator_commitment for select
  using (indicator_id in (select id from indicator) and instrument_id in (select id from instrument));
create policy said on indicator_commitment for all
  using (organisation_id in (select app.mine('contributor')) and app.can_change_items(instrument_id))
  with check (organisation_id in (select app.mine('contributor')) and app.can_change_items(instrument_id)
    and said_by = app.asker() and app.item_is_of(item_id, instrument_id) and indicator_id in (select id from indicator));
grant select, insert, delete on indicator_commitment to open1325_app;

-- Imports: a file is read into rows that say what would change; a person looks; then they are put in, all together.
create table import (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('observations', 'commitments')),
  file_sha256 text not null references file,
  file_name text not null check (length(file_name) between 1 and 255),
  -- reading: rows are being made; ready: a person looks; putting-in; done; failed; cancelled; undoing: what was put in is taken back.
  state text not null default 'reading' check (state in ('reading', 'ready', 'putting-in', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
  -- How the file's columns are understood; what all its rows share (voice, visibility, source, framework, instrument).
  mapping jsonb not null default '{}',
  rows_done int not null default 0,
  rows int,
  -- { new, same, changed, wrong } as they were put before the person, or put in.
  counts jsonb not null default '{}',
  error text,
  created_by text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  version int not null default 1
);
create index import_organisation on import (organisation_id, created_at);
create index import_file on import (file_sha256);
create trigger history after insert or delete on import for each row execute function app.record_history('id');
create trigger history_changed after update on import for each row
  when (old.state is distinct from new.state or old.mapping is distinct from new.mapping)
  execute function app.record_history('id');
alter table import enable row level security;
create policy own on import for select using (organisation_id in (select app.mine('reader')));
create policy added on import for insert with check (organisation_id in (select app.mine('contributor')) and created_by = app.asker());
create policy changed on import for update using (organisation_id in (select app.mine('contributor')));
grant select, insert, update (state, mapping, rows_done, rows, counts, error, ended_at, version) on import to open1325_app;
create policy seen_with_its_import on file for select using (sha256 in (select file_sha256 from import));

-- One row of a file as it was understood. Kept until the import has ended; wrong ones longer, so that they can be mended.
create table import_row (
  import_id uuid not null references import on delete cascade,
  organisation_id uuid not null references organisation,
  -- In the order of the file.
  number int not null,
  state text not null check (state in ('new', 'same', 'changed', 'wrong')),
  -- 'Sheet1!C14' and the like: where it stood.
  line text,
  data jsonb not null default '{}',
  -- What is there now, where the row would change it.
  before jsonb,
  -- [{ cell, value, expected, code }]
  problems jsonb not null default '[]',
  primary key (import_id, number)
);
create index import_row_state on import_row (import_id, state, number);
alter table import_row enable row level security;
create policy own on import_row for all
  using (organisation_id in (select app.mine('contributor')))
  with check (organisation_id in (select app.mine('contributor'))
    and (import_id, organisation_id) in (select i.id, i.organisation_id from import i));
grant select, insert, update, delete on import_row to open1325_app;

-- How a kind of file was understood the last time: offered again for the next one with the same header.
create table import_mapping (
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('observations', 'commitments')),
  -- Digest of the header's words.
  fingerprint text not null,
  name text not null check (length(name) between 1 and 200),
  mapping jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null default now(),
  primary key (organisation_id, kind, fingerprint)
);
alter table import_mapping enable row level security;
create policy own on import_mapping for all
  using (organisation_id in (select app.mine('contributor')))
  with check (organisation_id in (select app.mine('contributor')) and saved_by = app.asker());
grant select, insert, update, delete on import_mapping to open1325_app;

-- A value with place, time, breakdown, source and voice; a baseline and a target are values, too. Never overwritten: a new value for the
-- same place, time, breakdown and voice takes the earlier one's place.
create table observation (
  id uuid primary key default uuidv7(),
  indicator_id uuid not null references indicator on delete cascade,
  organisation_id uuid not null references organisation,
  kind text not null default 'observation' check (kind in ('observation', 'baseline', 'target')),
  country text check (country ~ '^[A-Z]{3}$'),
  -- Within the country: an ISO 3166-2 code or a province's name as printed.
  place text check (length(place) between 1 and 200),
  -- '2021', '2021-03', '2021-Q1', '2019/2021'; its first and last day beside it, for order.
  period text check (length(period) <= 30),
  period_start date,
  period_end date,
  -- { sex: 'female', age: '15-24' }; {} for the total.
  disaggregation jsonb not null default '{}' check (jsonb_typeof(disaggregation) = 'object'),
  value_kind text not null check (value_kind in ('number', 'share', 'yes-no', 'level', 'list', 'missing')),
  -- A number; a share as 0..1; 1 or 0 for yes or no; a level, of so many in `denominator`.
  number double precision,
  numerator double precision,
  denominator double precision,
  -- Laws, measures: [{ title, year, source }].
  entries jsonb check (jsonb_typeof(entries) = 'array'),
  -- Why there is no value, where the source says that there is none.
  missing text check (length(missing) <= 300),
  source text check (length(source) <= 1000),
  source_date text check (source_date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  voice text not null check (voice in ('government', 'civil-society', 'community', 'independent')),
  visibility text not null default 'organisation' check (visibility in ('organisation', 'partners', 'public')),
  counts_people boolean not null default false,
  note text check (length(note) <= 2000),
  import_id uuid references import,
  -- Where it stood in the imported file.
  line text,
  created_by text,
  created_at timestamptz not null default now(),
  -- The history's change that brought it.
  change uuid not null default coalesce(nullif(current_setting('open1325.change', true), '')::uuid, gen_random_uuid()),
  superseded_by uuid references observation deferrable initially deferred,
  withdrawn_at timestamptz,
  check (case value_kind when 'list' then entries is not null when 'missing' then missing is not null else number is not null end)
);
-- What two values must share to be the same one, said twice. A draft may stand beside the public value until it takes its place. A value that fewer people may see stands beside the other, never in its place.
create unique index observation_once on observation
  (indicator_id, organisation_id, kind, voice, coalesce(country, ''), coalesce(place, ''), coalesce(period, ''), disaggregation, visibility)
  where superseded_by is null and withdrawn_at is null;
create index observation_current on observation (indicator_id, country, period_end)
  where superseded_by is null and withdrawn_at is null;
create index observation_country on observation (country, indicator_id, period_end)
  where superseded_by is null and withdrawn_at is null;
create index observation_import on observation (import_id) where import_id is not null;
-- What a figure replaced, for an import that is taken back.
create index observation_superseded on observation (superseded_by) where superseded_by is not null;
create index observation_change on observation (change);
create index observation_organisation on observation (organisation_id, created_at);

-- What never changes of a value, as a digest. Columns that come later are empty in older rows, and then do not count.
create function app.fixed_digest(o observation) returns bytea
  language sql stable parallel safe
  return sha256(convert_to(jsonb_strip_nulls(to_jsonb(o) - '{visibility,superseded_by,withdrawn_at}'::text[])::text, 'utf8'));

-- One line of history for rows that came together, with a digest of them all, so that none can be changed unnoticed; for a single row
-- the row itself. An import of 100,000 rows would otherwise make the history as long again. `open1325 verify` holds rows and digest together.
create function app.record_observations() returns trigger
  language plpgsql security definer set search_path = public, app, auth as $$
declare
  h history;
  part record;
begin
  for part in
    select n.organisation_id, n.change, count(*) as rows, min(n.id::text) as first,
      encode(sha256(string_agg(app.fixed_digest(n), ''::bytea order by n.id)), 'hex') as digest,
      case when count(*) = 1 then jsonb_agg(to_jsonb(n)) -> 0 end as single
    from added n where n.organisation_id <> '00000000-0000-4000-8000-000000001325' group by n.organisation_id, n.change
  loop
    perform app.take_turn();
    if part.rows > 1 and exists (
      select from history e where e.change = part.change and e.relation = 'observation' and e.after ? 'sha256'
        and e.organisation_id = part.organisation_id) then
      raise exception 'one change puts in values once: its digest covers them all';
    end if;
    select id, hash into h.id, h.previous from history order by id desc limit 1;
    h.id := coalesce(h.id, 0) + 1;
    h.at := clock_timestamp();
    h.change := part.change;
    h.act := coalesce(nullif(current_setting('open1325.act', true), ''), 'observation.insert');
    h.who := app.asker();
    h.why := nullif(current_setting('open1325.why', true), '');
    h.organisation_id := part.organisation_id;
    h.relation := 'observation';
    h.row_key := case when part.rows = 1 then part.first else part.change::text end;
    h.before := null;
    h.after := coalesce(part.single, jsonb_build_object('rows', part.rows, 'sha256', part.digest));
    h.hash := app.history_hash(h);
    insert into history select h.*;
  end loop;
  return null;
end $$;
create trigger history_added after insert on observation referencing new table as added
  for each statement execute function app.record_observations();
create trigger history after update or delete on observation for each row execute function app.record_history('id');

-- A value gives way only to another of the same organisation and indicator that at least as many may see.
create function app.keep_in_sight() returns trigger
  language plpgsql security definer set search_path = public, app as $$
begin
  if not exists (
    select from observation n
    where n.id = new.superseded_by and n.id <> new.id and n.indicator_id = new.indicator_id and n.organisation_id = new.organisation_id
      and app.audience(n.visibility) >= app.audience(new.visibility)
  ) then
    raise exception 'this value cannot take the place of that one' using errcode = 'check_violation', constraint = 'stays_in_sight';
  end if;
  return null;
end $$;
create constraint trigger stays_in_sight after insert or update of superseded_by on observation deferrable initially deferred
  for each row when (new.superseded_by is not null) execute function app.keep_in_sight();

-- Whether a value tells of one to four people, who could be recognised: by its number, its numerator, a share of a known number, or
-- because there are no more of them altogether.
create function app.of_few(value_kind text, number double precision, numerator double precision, denominator double precision)
  returns boolean
  language sql immutable parallel safe
  return coalesce(case value_kind
    when 'number' then number between 0.5 and 4.5
    when 'share' then coalesce(numerator, number * denominator) between 0.5 and 4.5 or denominator between 0.5 and 4.5
    else false end, false);

alter table observation enable row level security;
create policy seen on observation for select using (
  indicator_id in (select id from indicator)
  and (
    organisation_id in (select app.mine('reader'))
    or (
      withdrawn_at is null
      and (visibility = 'public' or (visibility = 'partners' and organisation_id in (select app.sharing_with_me())))
      -- One to four people can be recognised: their number is its organisation's alone.
      and not (app.of_few(value_kind, number, numerator, denominator)
        and (counts_people or indicator_id in (select i.id from indicator i where i.counts_people)))
    )
  )
);
create policy added on observation for insert with check (
  indicator_id in (select id from indicator) and created_by = app.asker()
  and organisation_id in (select app.mine(case when visibility = 'organisation' then 'contributor' else 'editor' end))
  and (import_id is null or (import_id, organisation_id) in (select i.id, i.organisation_id from import i))
);
create policy changed on observation for update
  using (organisation_id in (select app.mine(case when visibility = 'organisation' then 'contributor' else 'editor' end)))
  with check (organisation_id in (select app.mine(case when visibility = 'organisation' then 'contributor' else 'editor' end)));
grant select, insert (id, indicator_id, organisation_id, kind, country, place, period, period_start, period_end, disaggregation, number,
  numerator, denominator, value_kind, entries, missing, source, source_date, voice, visibility, counts_people, note, import_id, line, created_by),
  update (visibility, superseded_by, withdrawn_at) on observation to open1325_app;

-- Where a public number was left out because it counts one to four people: the place and time, never the number.
create function app.suppressed(which uuid) returns table (country text, place text, period text, disaggregation jsonb, voice text)
  language sql stable security definer set search_path = public, app as $$
  select o.country, o.place, o.period, o.disaggregation, o.voice
  from observation o join indicator i on i.id = o.indicator_id join framework f on f.id = i.framework_id
  where o.indicator_id = which and f.published_at is not null and o.visibility = 'public' and o.superseded_by is null
    and o.withdrawn_at is null and (o.counts_people or i.counts_people) and app.of_few(o.value_kind, o.number, o.numerator, o.denominator)
$$;

-- What a person decided about a warning: it is as it is, for this reason; or it was mended.
create table warning_decision (
  organisation_id uuid not null references organisation,
  -- The check and what it found, as packages/indicators names it: the same finding has the same key.
  key text not null check (length(key) <= 500),
  check_name text not null,
  indicator_id uuid references indicator on delete cascade,
  decision text not null check (decision in ('accepted', 'mended')),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  decided_by text not null,
  decided_at timestamptz not null default now(),
  primary key (organisation_id, key)
);
create trigger history after insert or update or delete on warning_decision
  for each row execute function app.record_history('organisation_id', 'key');
alter table warning_decision enable row level security;
create policy seen on warning_decision for select using (organisation_id in (select app.mine('reader')));
create policy decided on warning_decision for all
  using (organisation_id in (select app.mine('contributor')))
  with check (organisation_id in (select app.mine('contributor')) and decided_by = app.asker());
grant select, insert, update, delete on warning_decision to open1325_app;

create policy seen_with_its_figures on organisation for select
  using (exists (select from observation o where o.organisation_id = organisation.id and o.visibility = 'public')
    or exists (select from framework f where f.organisation_id = organisation.id and f.published_at is not null));

-- Evidence for what: only what the asker sees, and only for a thing that she sees.
create policy seen on evidence_use for select using (
  evidence_id in (select id from evidence)
  and case relation
    when 'assessment' then exists (select from assessment a where a.id = used_by)
    when 'observation' then exists (select from observation o where o.id = used_by)
    else exists (select from item i where i.id = used_by) end
);
create policy said on evidence_use for insert with check (
  organisation_id in (select app.mine('contributor')) and said_by = app.asker()
  and evidence_id in (select e.id from evidence e where e.organisation_id = evidence_use.organisation_id)
  -- What a word or a value rests on, those say who gave it.
  and case relation
    when 'assessment' then exists (
      select from assessment a where a.id = used_by and a.organisation_id = evidence_use.organisation_id)
    when 'observation' then exists (
      select from observation o where o.id = used_by and o.organisation_id = evidence_use.organisation_id)
    else exists (select from item i where i.id = used_by) end
);
create policy unsaid on evidence_use for delete
  using (organisation_id in (select app.mine('contributor')) and evidence_id in (select id from evidence));
grant select, insert, delete on evidence_use to open1325_app;
