-- Recommendations: what a recommendation has that other commitments have not. Its words, number, addressee (who is responsible), due day
-- and what the voices say of it are the ledger's.

-- Of which session of the body, in the body's own words: '88th session', 'Fourth cycle'.
alter table instrument add column session text check (length(session) <= 200);
grant update (session) on instrument to open1325_app;

create table recommendation (
  item_id uuid primary key references item on delete cascade,
  instrument_id uuid not null references instrument on delete cascade,
  organisation_id uuid not null references organisation,
  -- What it is about: the heading that it stands under, or a person's word.
  theme text check (length(theme) between 1 and 300),
  -- The day by which the addressee has to tell the body what it did, where the body asks for it before the next report.
  follow_up_on date check (follow_up_on between '2000-10-31' and '2100-01-01'),
  -- What the addressee answered, in its words, when, and where that can be read. Null: no answer is known.
  response text check (response in ('accepted', 'accepted-in-part', 'noted', 'rejected')),
  response_words text check (length(response_words) <= 10000),
  -- ISO 8601, as precise as it is known.
  response_on text check (response_on ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  response_source text check (length(response_source) between 1 and 1000),
  response_url text check (response_url ~ '^https?://' and length(response_url) <= 2000),
  said_by text not null,
  -- An answer says where it stands.
  check (response is null or response_source is not null),
  check (response is not null or coalesce(response_words, response_on, response_source, response_url) is null)
);
create index recommendation_instrument on recommendation (instrument_id);
create trigger history after insert or update or delete on recommendation
  for each row execute function app.record_history('item_id');
alter table recommendation enable row level security;
create policy seen on recommendation for select using (instrument_id in (select id from instrument));
create policy said on recommendation for insert with check (
  app.can_change_items(instrument_id) and app.of_instrument(instrument_id, organisation_id) and said_by = app.asker()
  and app.item_is_of(item_id, instrument_id));
create policy changed on recommendation for update using (app.can_change_items(instrument_id))
  with check (app.can_change_items(instrument_id) and app.of_instrument(instrument_id, organisation_id) and said_by = app.asker());
grant select,
  insert (item_id, instrument_id, organisation_id, theme, follow_up_on, response, response_words, response_on, response_source,
    response_url, said_by),
  update (theme, follow_up_on, response, response_words, response_on, response_source, response_url, said_by) on recommendation
  to open1325_app;

-- A later recommendation that asks for the same again.
alter table item_link
  drop constraint item_link_relation_check,
  add constraint item_link_relation_check check (relation in ('continues', 'is-not', 'implements', 'repeats'));

-- The list of recommendations and the pages on them begin here.
create index commitment_recommendations on commitment (country, instrument_id, position) where kind = 'recommendation';
