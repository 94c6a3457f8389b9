-- The ledger: commitments of every kind of instrument, found fast; what each voice says of them; the answers to it.

-- More instruments than plans, and some that no file was read for: resolutions of the library, pledges and recommendations entered or
-- imported as rows.
alter table instrument
  alter column file_sha256 drop not null,
  alter column file_name drop not null,
  drop constraint instrument_kind_check,
  add constraint instrument_kind_check check (kind in ('national-action-plan', 'regional-action-plan', 'local-action-plan', 'policy',
    'alliance-action-plan', 'resolution', 'treaty-comment', 'pledge', 'recommendations', 'other')),
  add constraint a_file_has_a_name check ((file_sha256 is null) = (file_name is null)),
  -- ISO 8601, as precise as it is known.
  add column adopted_on text check (adopted_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  -- Where the document that was entered can be read.
  add column source_url text check (source_url ~ '^https?://' and length(source_url) <= 2000);
grant update (adopted_on, source_url) on instrument to open1325_app;

alter table item
  drop constraint item_kind_check,
  add constraint item_kind_check check (kind in ('pillar', 'objective', 'outcome', 'output', 'action', 'indicator',
    'operative-paragraph', 'pledge', 'recommendation')),
  -- An item without a cite says plainly that it has none: it was entered, not read.
  drop constraint item_cites_check,
  add constraint item_cites_check check (jsonb_typeof(cites) = 'array');

-- The same rights as before, asked once for a query instead of once for each row.
drop policy seen on instrument;
create policy seen on instrument for select
  using (published_at is not null or organisation_id in (select app.mine('reader')));
drop policy seen on item;
create policy seen on item for select
  using (organisation_id in (select app.mine('reader')) or instrument_id in (select id from instrument where published_at is not null));
drop policy seen on finding;
create policy seen on finding for select
  using (organisation_id in (select app.mine('reader')) or instrument_id in (select id from instrument where published_at is not null));

-- Which later instrument takes the place of an earlier one, or changes it. The earlier one stays as it was.
create table succession (
  instrument_id uuid not null references instrument on delete cascade,
  earlier_id uuid not null references instrument on delete cascade,
  organisation_id uuid not null references organisation,
  relation text not null check (relation in ('supersedes', 'amends')),
  said_by text not null,
  said_at timestamptz not null default now(),
  primary key (instrument_id, earlier_id),
  check (instrument_id <> earlier_id)
);
create index succession_earlier on succession (earlier_id);
create trigger history after insert or update or delete on succession
  for each row execute function app.record_history('instrument_id', 'earlier_id');
alter table succession enable row level security;
create policy seen on succession for select
  using (instrument_id in (select id from instrument) and earlier_id in (select id from instrument));
create policy said on succession for all
  using (app.can_change_items(instrument_id))
  with check (app.can_change_items(instrument_id) and app.of_instrument(instrument_id, organisation_id) and said_by = app.asker()
    and earlier_id in (select id from instrument));
grant select, insert, update (relation), delete on succession to open1325_app;

-- A person's word that an item continues an earlier one (or does not, whatever the words look like), or puts a paragraph into practice.
create table item_link (
  item_id uuid not null references item on delete cascade,
  to_item_id uuid not null references item on delete cascade,
  relation text not null check (relation in ('continues', 'is-not', 'implements')),
  organisation_id uuid not null references organisation,
  -- The instrument of item_id.
  instrument_id uuid not null references instrument on delete cascade,
  reason text check (length(reason) <= 2000),
  said_by text not null,
  said_at timestamptz not null default now(),
  primary key (item_id, to_item_id, relation),
  check (item_id <> to_item_id)
);
create index item_link_to on item_link (to_item_id);
create trigger history after insert or update or delete on item_link
  for each row execute function app.record_history('item_id', 'to_item_id', 'relation');
alter table item_link enable row level security;
create policy seen on item_link for select
  using (instrument_id in (select id from instrument) and to_item_id in (select id from item));
create policy said on item_link for all
  using (app.can_change_items(instrument_id))
  with check (app.can_change_items(instrument_id) and app.of_instrument(instrument_id, organisation_id) and said_by = app.asker()
    and item_id in (select id from item i where i.instrument_id = item_link.instrument_id) and to_item_id in (select id from item));
grant select, insert, delete on item_link to open1325_app;

-- Searching ----------------------------------------------------------------------------------------------------------------------
create extension if not exists unaccent with schema app;
create extension if not exists pg_trgm with schema app;

-- Letters without case, accents and marks; one form of each Arabic letter that is written in several.
create function app.fold(words text) returns text
  language sql immutable parallel safe
  return translate(
    regexp_replace(app.unaccent('app.unaccent'::regdictionary, lower(words)), '[ًٌٍَُِّْٰـ]', '', 'g'),
    'أإآٱىةؤئ', 'اااايهوي');

-- PostgreSQL's configuration for a language; 'simple' for those that it has no stemmer for.
create function app.stemmer(language text) returns regconfig
  language sql immutable parallel safe
  return case split_part(language, '-', 1)
    when 'ar' then 'arabic' when 'da' then 'danish' when 'de' then 'german' when 'en' then 'english' when 'es' then 'spanish'
    when 'fi' then 'finnish' when 'fr' then 'french' when 'it' then 'italian' when 'nb' then 'norwegian' when 'nl' then 'dutch'
    when 'nn' then 'norwegian' when 'no' then 'norwegian' when 'pt' then 'portuguese' when 'ru' then 'russian' when 'sr' then 'serbian'
    when 'sv' then 'swedish' when 'tr' then 'turkish' else 'simple' end::regconfig;

-- The words as they are and as their language's stems, so that both a form and its relatives are found.
create function app.search_words(language text, words text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('simple', app.fold(words)) || to_tsvector(app.stemmer(language), app.fold(words));

-- What a person typed, as she may have meant it in each of these languages.
create function app.search_query(languages text[], typed text) returns tsquery
  language plpgsql stable parallel safe as $$
declare
  meant tsquery := websearch_to_tsquery('simple', app.fold(typed));
  meanings tsquery[] := array[meant];
  one tsquery;
  language text;
begin
  foreach language in array languages loop
    one := websearch_to_tsquery(app.stemmer(language), app.fold(typed));
    -- Most languages leave most words as they are: asking for the same again would cost as much again.
    if not one = any (meanings) then
      meanings := meanings || one;
      meant := meant || one;
    end if;
  end loop;
  return meant;
end $$;

-- Plain words of which the last may still be in the middle of being typed; null where the last is shorter than three letters, or where a
-- sign (a quote, a minus) says something more.
create function app.search_beginning(typed text) returns tsquery
  language sql immutable parallel safe
  return (
    select case when typed !~ '["-]' and length((array_agg(w order by n desc))[1]) >= 3
      then to_tsquery('simple', string_agg('''' || w || '''', ' & ' order by n) || ':*') end
    from regexp_split_to_table(app.fold(typed), '[^[:alnum:].]+') with ordinality as typed_words (w, n)
    where w ~ '[[:alnum:]]'
  );

-- The last day of a year, month or day in ISO 8601; null for anything else.
create function app.last_day(iso text) returns date
  language sql immutable parallel safe
  return case
    when iso ~ '^\d{4}$' then make_date(iso::int, 12, 31)
    when iso ~ '^\d{4}-(0[1-9]|1[0-2])$' then (make_date(left(iso, 4)::int, right(iso, 2)::int, 1) + interval '1 month - 1 day')::date
    when iso ~ '^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$' then iso::date
    when iso ~ '^\d{4}-(0[1-9]|1[0-2])-(29|30|31)$' and right(iso, 2)::int
      <= extract(day from (make_date(left(iso, 4)::int, substr(iso, 6, 2)::int, 1) + interval '1 month - 1 day')) then iso::date
  end;

-- The ledger's index: one row for each item that somebody is answerable for. Derived from item and instrument by the triggers below,
-- and by nothing else: a list of 180,000 commitments of 600 plans cannot be filtered and searched in time through the items themselves.
create table commitment (
  item_id uuid primary key references item on delete cascade,
  instrument_id uuid not null references instrument on delete cascade,
  organisation_id uuid not null references organisation,
  country text,
  instrument_kind text not null,
  kind text not null,
  pillar_id uuid,
  -- The last day of what the item states as its time; null where it states none.
  due date,
  -- Folded words of who is answerable, for filtering.
  responsible text,
  position double precision not null,
  words tsvector not null,
  -- Who has said in public how far it is, a bit for each status of the government's and of the others' words (app.said_in_public): the
  -- gap follows from it. Kept, because to go through all words for each list took longer than the list may.
  said smallint not null default 0
);
create index commitment_order on commitment (instrument_id, position);
create index commitment_country on commitment (country, instrument_id, position) include (item_id, due, organisation_id, said);
create index commitment_due on commitment (due, item_id);
create index commitment_kind on commitment (kind, country, instrument_id, position);
create index commitment_instrument_kind on commitment (instrument_kind, country, instrument_id, position);
create index commitment_said on commitment (said);
create index commitment_pillar on commitment (pillar_id);
create index commitment_responsible on commitment using gin (responsible app.gin_trgm_ops);
create index commitment_words on commitment using gin (words);
alter table commitment enable row level security;
create policy seen on commitment for select using (instrument_id in (select id from instrument));
grant select on commitment to open1325_app;

-- The same rows for lists and searches: exactly those that row-level security shows the asker of `commitment` (a test holds the two
-- together). Behind a policy PostgreSQL uses no index for words or trigrams, because their operators might tell of rows that the policy
-- has not passed yet; a view that is no security barrier leaves it free to. 'is true': asked of each row in an index's order, instead of
-- a join that would lose that order.
create view ledger as
  select c.item_id, c.instrument_id, c.organisation_id, c.country, c.instrument_kind, c.kind, c.pillar_id, c.due, c.responsible,
    c.position, c.words, c.said
  from commitment c
  where (c.instrument_id in (
    select i.id from instrument i where i.published_at is not null or i.organisation_id in (select app.mine('reader')))) is true;
grant select on ledger to open1325_app;

-- Brings the index up to date for these items.
create function app.index_items(items uuid[]) returns void
  language plpgsql security definer set search_path = public, app as $$
begin
  delete from commitment c using unnest(items) as gone (id)
    where c.item_id = gone.id and not exists (
      select from item i where i.id = gone.id and i.deleted_at is null
        and i.kind in ('objective', 'output', 'action', 'operative-paragraph', 'pledge', 'recommendation'));
  insert into commitment (item_id, instrument_id, organisation_id, country, instrument_kind, kind, pillar_id, due, responsible, position, words,
      said)
    select i.id, i.instrument_id, i.organisation_id, n.country, n.kind, i.kind, p.id,
      app.last_day(i.fields #>> '{timeframe,value,end}'),
      app.fold(i.fields #>> '{responsible,text}'),
      i.position,
      app.search_words(n.languages[1], concat_ws(' ', i.number, i.text, i.fields #>> '{responsible,text}', i.fields #>> '{partners,text}',
        i.fields #>> '{target,text}', i.fields #>> '{verification,text}')),
      app.said_in_public(i.id)
    from item i join instrument n on n.id = i.instrument_id
      left join lateral (
        with recursive above as (
          select a.id, a.parent_id, a.kind, 1 as depth from item a where a.id = i.parent_id
          union all
          select a.id, a.parent_id, a.kind, above.depth + 1 from item a join above on a.id = above.parent_id where above.depth < 20
        )
        select above.id from above where above.kind = 'pillar' order by depth desc limit 1
      ) p on true
    where i.id = any (items) and i.deleted_at is null
      and i.kind in ('objective', 'output', 'action', 'operative-paragraph', 'pledge', 'recommendation')
    on conflict (item_id) do update set country = excluded.country, instrument_kind = excluded.instrument_kind, kind = excluded.kind,
      pillar_id = excluded.pillar_id, due = excluded.due, responsible = excluded.responsible, position = excluded.position,
      words = excluded.words;
end $$;

create function app.index_changed_items() returns trigger
  language plpgsql security definer set search_path = public, app as $$
declare
  items uuid[];
begin
  if tg_op = 'UPDATE' then
    with recursive
      touched as (
        select n.id, n.instrument_id, n.parent_id is distinct from o.parent_id or n.kind <> o.kind
            or (n.deleted_at is null) <> (o.deleted_at is null) as moved
          from changed n join earlier o on o.id = n.id
          where (n.text, n.number, n.kind, n.parent_id, n.position, n.fields, n.deleted_at is null)
            is distinct from (o.text, o.number, o.kind, o.parent_id, o.position, o.fields, o.deleted_at is null)
      ),
      below as (
        select id, instrument_id, moved from touched
        union
        select i.id, i.instrument_id, true from item i join below b on b.moved and i.instrument_id = b.instrument_id and i.parent_id = b.id
      )
    select array_agg(distinct id) into items from below;
  else
    select array_agg(id) into items from changed;
  end if;
  if items is not null then
    perform app.index_items(items);
  end if;
  return null;
end $$;
create trigger indexed_new after insert on item referencing new table as changed
  for each statement execute function app.index_changed_items();
create trigger indexed_changed after update on item referencing old table as earlier new table as changed
  for each statement execute function app.index_changed_items();

create function app.index_instrument() returns trigger
  language plpgsql security definer set search_path = public, app as $$
begin
  perform app.index_items((select array_agg(id) from item where instrument_id = new.id));
  return null;
end $$;
create trigger indexed after update on instrument for each row
  when ((old.country, old.kind, old.languages) is distinct from (new.country, new.kind, new.languages))
  execute function app.index_instrument();

-- The triggers' own.
revoke execute on function app.index_items(uuid[]) from public;


-- Voices -------------------------------------------------------------------------------------------------------------------------
create function app.voice_of(which uuid) returns text
  language sql stable security definer set search_path = public, app
  as 'select voice from organisation where id = which';

create function app.audience(visibility text) returns int
  language sql immutable parallel safe
  return array_position(array['me', 'organisation', 'partners', 'public'], visibility);

-- One voice's word on one commitment at a date. Never overwritten: a later word of the same organisation in the same voice takes its
-- place for those who may see the later one.
create table assessment (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null references item on delete cascade,
  instrument_id uuid not null references instrument on delete cascade,
  -- Who entered it.
  organisation_id uuid not null references organisation,
  -- Who says it: the organisation itself, or another voice that it quotes; then `source` says from where.
  voice text not null check (voice in ('government', 'civil-society', 'community', 'independent')),
  status text not null check (status in ('not-started', 'under-way', 'done', 'stalled', 'dropped', 'no-information')),
  -- How it stood on this day.
  as_of date not null check (as_of between '2000-10-31' and '2100-01-01'),
  reason text not null default '' check (length(reason) <= 10000),
  source text check (length(source) between 1 and 1000),
  visibility text not null default 'organisation' check (visibility in ('me', 'organisation', 'partners', 'public')),
  created_by text not null,
  created_at timestamptz not null default now(),
  -- The next word that took its place; set by a trigger.
  superseded_by uuid references assessment deferrable initially deferred,
  withdrawn_at timestamptz,
  withdrawn_why text check (length(withdrawn_why) <= 2000),
  check (status = 'no-information' or length(btrim(reason)) > 0)
);
create index assessment_item on assessment (item_id, as_of);
create index assessment_current on assessment (voice, status, item_id) where superseded_by is null and withdrawn_at is null;
create index assessment_current_item on assessment (item_id, voice)
  include (status, visibility, organisation_id, instrument_id, created_by, withdrawn_at)
  where superseded_by is null and withdrawn_at is null;
create index assessment_narrow on assessment (organisation_id, item_id, voice)
  where visibility <> 'public' and superseded_by is null and withdrawn_at is null;
create index assessment_organisation on assessment (organisation_id, created_at);
create index assessment_instrument on assessment (instrument_id);
create trigger history after insert or update or delete on assessment for each row execute function app.record_history('id');

create function app.settle_assessments() returns trigger
  language plpgsql security definer set search_path = public, app as $$
begin
  update assessment a set superseded_by = s.next_id
  from (
    select a.id, (
        select b.id from assessment b
        where b.item_id = a.item_id and b.voice = a.voice and b.organisation_id = a.organisation_id and b.withdrawn_at is null
          and (b.as_of, b.created_at, b.id) > (a.as_of, a.created_at, a.id)
          and app.audience(b.visibility) >= app.audience(a.visibility)
          and (b.visibility <> 'me' or b.created_by = a.created_by)
        order by b.as_of, b.created_at, b.id limit 1
      ) as next_id
    from assessment a
    where a.item_id = new.item_id and a.voice = new.voice and a.organisation_id = new.organisation_id
  ) s
  where a.id = s.id and a.superseded_by is distinct from s.next_id;
  return null;
end $$;
create trigger settled_new after insert on assessment for each row execute function app.settle_assessments();
create trigger settled_changed after update of visibility, withdrawn_at on assessment for each row execute function app.settle_assessments();

-- Five bits for what the government says, five for what others say: not started, under way, done, stalled, dropped, from the lowest on.
create function app.said_in_public(of_item uuid) returns smallint
  language sql stable security definer set search_path = public, app as $$
  select coalesce(bit_or((1 << array_position(array['not-started', 'under-way', 'done', 'stalled', 'dropped'], a.status) - 1)
    << case a.voice when 'government' then 0 else 5 end), 0)::smallint
  from assessment a
  where a.item_id = of_item and a.visibility = 'public' and a.superseded_by is null and a.withdrawn_at is null
    and a.status <> 'no-information'
$$;
create function app.note_what_is_said() returns trigger
  language plpgsql security definer set search_path = public, app as $$
declare
  bits smallint := app.said_in_public(new.item_id);
begin
  update commitment c set said = bits where c.item_id = new.item_id and c.said <> bits;
  return null;
end $$;
revoke execute on function app.said_in_public(uuid) from public;
create trigger noted_new after insert on assessment for each row execute function app.note_what_is_said();
create trigger noted_changed after update of visibility, superseded_by, withdrawn_at on assessment
  for each row execute function app.note_what_is_said();

do $$ begin perform app.index_items((select array_agg(id) from item)); end $$;

alter table assessment enable row level security;
create policy seen on assessment for select using (
  instrument_id in (select id from instrument)
  and (
    (visibility = 'public' and withdrawn_at is null)
    or (organisation_id in (select app.mine('reader')) and (visibility <> 'me' or created_by = app.asker()))
    or (visibility = 'partners' and withdrawn_at is null and organisation_id in (select app.sharing_with_me()))
  )
);
create function app.item_is_of(its_item uuid, instrument uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from item i where i.id = its_item and i.instrument_id = instrument and i.deleted_at is null)';
create policy said on assessment for insert with check (
  created_by = app.asker()
  and organisation_id in (select app.mine(case when visibility in ('partners', 'public') then 'editor' else 'contributor' end))
  and instrument_id in (select id from instrument) and app.item_is_of(item_id, instrument_id)
  and (voice = app.voice_of(organisation_id) or source is not null)
);
-- What others read is an editor's to change; what is for its writer's eyes only, its writer's.
create policy changed on assessment for update
  using (organisation_id in (select app.mine(case when visibility in ('partners', 'public') then 'editor' else 'contributor' end))
    and (created_by = app.asker() or (visibility <> 'me' and organisation_id in (select app.mine('editor')))))
  with check (organisation_id in (select app.mine(case when visibility in ('partners', 'public') then 'editor' else 'contributor' end)));
-- When it was said is the database's to say, and what took its place the trigger's.
grant select, insert (id, item_id, instrument_id, organisation_id, voice, status, as_of, reason, source, visibility, created_by),
  update (visibility, withdrawn_at, withdrawn_why) on assessment to open1325_app;

-- The right of reply: an answer stands beside what it answers.
create table reply (
  id uuid primary key default gen_random_uuid(),
  assessment_id uuid not null references assessment on delete cascade,
  instrument_id uuid not null references instrument on delete cascade,
  organisation_id uuid not null references organisation,
  text text not null check (length(btrim(text)) between 1 and 10000),
  created_by text not null,
  created_at timestamptz not null default now(),
  withdrawn_at timestamptz
);
create index reply_assessment on reply (assessment_id);
create trigger history after insert or update or delete on reply for each row execute function app.record_history('id');
alter table reply enable row level security;
-- Whoever sees the assessment sees the answer to it.
create policy seen on reply for select
  using (assessment_id in (select id from assessment) and (withdrawn_at is null or organisation_id in (select app.mine('reader'))));
-- Who may answer: the government of the instrument's country (for an instrument of none, one of no single country) what others say in
-- public; and, once it has, the organisation that said it. Each once. Security definer: it must see answers that were taken back.
create function app.may_reply(its_assessment uuid, instrument uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as $$
    select exists (
      select from assessment a join instrument n on n.id = a.instrument_id join organisation o on o.id = organisation
      where a.id = its_assessment and a.instrument_id = instrument and a.visibility = 'public' and a.withdrawn_at is null
        and not exists (select from reply r where r.assessment_id = a.id and r.organisation_id = o.id and r.withdrawn_at is null)
        and case when a.organisation_id = o.id
          then exists (select from reply r where r.assessment_id = a.id and r.organisation_id <> o.id and r.withdrawn_at is null)
          else o.voice = 'government' and o.country is not distinct from n.country end
    )
  $$;
create policy said on reply for insert with check (
  created_by = app.asker() and organisation_id in (select app.mine('editor'))
  and assessment_id in (select id from assessment) and app.may_reply(assessment_id, instrument_id, organisation_id)
);
create policy withdrawn on reply for update using (organisation_id in (select app.mine('editor')));
grant select, insert (id, assessment_id, instrument_id, organisation_id, text, created_by), update (withdrawn_at) on reply to open1325_app;

-- Lists that people come back to.
create table saved_view (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  created_by text not null,
  name text not null check (length(btrim(name)) between 1 and 120),
  -- The list's address without its path: 'country=COD&gap=differ'.
  query text not null check (length(query) <= 2000),
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  unique (organisation_id, created_by, name)
);
alter table saved_view enable row level security;
create policy own_or_shared on saved_view for select
  using (organisation_id in (select app.mine('reader')) and (shared or created_by = app.asker()));
create policy own on saved_view for all
  using (created_by = app.asker() and organisation_id in (select app.mine('reader')))
  with check (created_by = app.asker() and organisation_id in (select app.mine('reader')));
grant select, insert, update (name, query, shared), delete on saved_view to open1325_app;

-- An organisation's name stands under what it says in public.
create policy seen_with_its_word on organisation for select using (
  exists (select from assessment a where a.organisation_id = organisation.id and a.visibility = 'public')
  or exists (select from reply r where r.organisation_id = organisation.id)
);
