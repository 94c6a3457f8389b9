-- Which voice has spoken in public, and what it said: kept on the commitment, so that lists by voice and by status go through the ledger in
-- its order, without putting all words together.

-- A bit for each voice and status: government, civil society, community, independent, six each: not started, under way, done, stalled,
-- dropped, no information, from the lowest on.
create function app.spoken_in_public(of_item uuid) returns int
  language sql stable security definer set search_path = public, app as $$
  select coalesce(bit_or(1 << (array_position(array['government', 'civil-society', 'community', 'independent'], a.voice) - 1) * 6
    + array_position(array['not-started', 'under-way', 'done', 'stalled', 'dropped', 'no-information'], a.status) - 1), 0)
  from assessment a
  where a.item_id = of_item and a.visibility = 'public' and a.superseded_by is null and a.withdrawn_at is null
$$;
revoke execute on function app.spoken_in_public(uuid) from public;

alter table commitment add column spoken int not null default 0;
update commitment c set spoken = app.spoken_in_public(c.item_id)
  where exists (select from assessment a where a.item_id = c.item_id);
drop index commitment_country;
create index commitment_country on commitment (country, instrument_id, position) include (item_id, due, organisation_id, said, spoken);

create or replace function app.note_what_is_said() returns trigger
  language plpgsql security definer set search_path = public, app as $$
declare
  bits smallint := app.said_in_public(new.item_id);
  voices int := app.spoken_in_public(new.item_id);
begin
  update commitment c set said = bits, spoken = voices
    where c.item_id = new.item_id and (c.said, c.spoken) is distinct from (bits, voices);
  return null;
end $$;

create or replace function app.index_items(items uuid[]) returns void
  language plpgsql security definer set search_path = public, app as $$
begin
  delete from commitment c using unnest(items) as gone (id)
    where c.item_id = gone.id and not exists (
      select from item i where i.id = gone.id and i.deleted_at is null
        and i.kind in ('objective', 'output', 'action', 'operative-paragraph', 'pledge', 'recommendation'));
  insert into commitment (item_id, instrument_id, organisation_id, country, instrument_kind, kind, pillar_id, due, responsible, position, words,
      said, spoken)
    select i.id, i.instrument_id, i.organisation_id, n.country, n.kind, i.kind, p.id,
      app.last_day(i.fields #>> '{timeframe,value,end}'),
      app.fold(i.fields #>> '{responsible,text}'),
      i.position,
      app.search_words(n.languages[1], concat_ws(' ', i.number, i.text, i.fields #>> '{responsible,text}', i.fields #>> '{partners,text}',
        i.fields #>> '{target,text}', i.fields #>> '{verification,text}')),
      app.said_in_public(i.id), app.spoken_in_public(i.id)
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

create or replace view ledger as
  select c.item_id, c.instrument_id, c.organisation_id, c.country, c.instrument_kind, c.kind, c.pillar_id, c.due, c.responsible,
    c.position, c.words, c.said, c.spoken
  from commitment c
  where (c.instrument_id in (
    select i.id from instrument i where i.published_at is not null or i.organisation_id in (select app.mine('reader')))) is true;
