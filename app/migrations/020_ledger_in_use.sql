-- The ledger in daily use: many figures changed without stopping others, files that go with the text that had them, small counts that cannot
-- be worked out from what stands beside them.

-- What a long change says to the history waits here until it commits, so that others write meanwhile. Empty between transactions.
create table app.waiting_line (
  number bigint generated always as identity primary key,
  -- A row of `history` without its number and hashes.
  line jsonb not null
);

-- As before: writers take turns from their first change to their commit. Who says so beforehand takes her turn only at her commit.
create or replace function app.take_turn() returns void
  language plpgsql as $$
begin
  if current_setting('open1325.turn', true) is distinct from 'at-end' then
    perform pg_advisory_xact_lock(1325);
  end if;
end $$;

create function app.let_line_wait() returns trigger
  language plpgsql security definer set search_path = public, app as $$
begin
  if current_setting('open1325.turn', true) is distinct from 'at-end' then
    return new;
  end if;
  if new.relation = 'observation' and new.after ? 'sha256' and exists (
    select from app.waiting_line w where (w.line ->> 'change')::uuid = new.change and w.line ->> 'relation' = 'observation'
      and w.line -> 'after' ? 'sha256' and (w.line ->> 'organisation_id')::uuid = new.organisation_id) then
    raise exception 'one change puts in values once: its digest covers them all';
  end if;
  insert into app.waiting_line (line) values (to_jsonb(new) - '{id,previous,hash}'::text[]);
  return null;
end $$;
create trigger waits before insert on history for each row execute function app.let_line_wait();

create function app.write_waiting_line() returns trigger
  language plpgsql security definer set search_path = public, app as $$
declare
  h history;
begin
  perform pg_advisory_xact_lock(1325);
  h := jsonb_populate_record(null::history, new.line);
  select id, hash into h.id, h.previous from history order by id desc limit 1;
  h.id := coalesce(h.id, 0) + 1;
  h.at := clock_timestamp();
  h.hash := app.history_hash(h);
  perform set_config('open1325.turn', '', true);
  insert into history select h.*;
  perform set_config('open1325.turn', 'at-end', true);
  delete from app.waiting_line where number = new.number;
  return null;
end $$;
create constraint trigger written after insert on app.waiting_line deferrable initially deferred
  for each row execute function app.write_waiting_line();

-- Values that are shown to others, replaced or withdrawn together: a line of history for every 500 of them, with what became of each. For
-- a single one the whole row, before and after. Nothing else of a value ever changes: should the owner of the database do it, each has
-- its own line.
create function app.record_what_became() returns trigger
  language plpgsql security definer set search_path = public, app, auth as $$
declare
  h history;
  part record;
begin
  for part in
    with changed as (
      select n.id, n.organisation_id,
        jsonb_strip_nulls(jsonb_build_object('visibility', case when o.visibility <> n.visibility then o.visibility end))
          || case when o.superseded_by is distinct from n.superseded_by then jsonb_build_object('superseded_by', o.superseded_by) else '{}' end
          || case when o.withdrawn_at is distinct from n.withdrawn_at then jsonb_build_object('withdrawn_at', o.withdrawn_at) else '{}' end
          as was,
        jsonb_strip_nulls(jsonb_build_object('visibility', case when o.visibility <> n.visibility then n.visibility end))
          || case when o.superseded_by is distinct from n.superseded_by then jsonb_build_object('superseded_by', n.superseded_by) else '{}' end
          || case when o.withdrawn_at is distinct from n.withdrawn_at then jsonb_build_object('withdrawn_at', n.withdrawn_at) else '{}' end
          as became,
        row_number() over (partition by n.organisation_id order by n.id) - 1 as n_th,
        count(*) over (partition by n.organisation_id) as of_all
      from rows_before o join rows_after n on n.id = o.id
      where (o.visibility, o.superseded_by, o.withdrawn_at) is distinct from (n.visibility, n.superseded_by, n.withdrawn_at)
        and n.organisation_id <> '00000000-0000-4000-8000-000000001325'
    )
    select c.organisation_id, min(c.of_all) as of_all, count(*) as rows, min(c.id::text) as first,
      jsonb_object_agg(c.id, c.was) as was, jsonb_object_agg(c.id, c.became) as became
    from changed c group by c.organisation_id, c.n_th / 500 order by c.organisation_id, c.n_th / 500
  loop
    perform app.take_turn();
    select id, hash into h.id, h.previous from history order by id desc limit 1;
    h.id := coalesce(h.id, 0) + 1;
    h.at := clock_timestamp();
    h.change := coalesce(nullif(current_setting('open1325.change', true), '')::uuid, gen_random_uuid());
    h.act := coalesce(nullif(current_setting('open1325.act', true), ''), 'observation.update');
    h.who := app.asker();
    h.why := nullif(current_setting('open1325.why', true), '');
    h.organisation_id := part.organisation_id;
    h.relation := 'observation';
    if part.of_all = 1 then
      h.row_key := part.first;
      h.before := (select to_jsonb(o) from rows_before o where o.id = part.first::uuid);
      h.after := (select to_jsonb(n) from rows_after n where n.id = part.first::uuid);
    else
      h.row_key := h.change::text;
      h.before := jsonb_build_object('rows', part.rows, 'was', part.was);
      h.after := jsonb_build_object('rows', part.rows, 'became', part.became);
    end if;
    h.hash := app.history_hash(h);
    insert into history select h.*;
  end loop;
  return null;
end $$;
drop trigger history on observation;
create trigger history after delete on observation for each row execute function app.record_history('id');
create trigger history_mended after update on observation for each row
  when (row(old.id, old.indicator_id, old.organisation_id, old.kind, old.country, old.place, old.period, old.period_start, old.period_end,
      old.disaggregation, old.value_kind, old.number, old.numerator, old.denominator, old.entries, old.missing, old.source, old.source_date,
      old.voice, old.counts_people, old.note, old.import_id, old.line, old.created_by, old.created_at, old.change)
    is distinct from row(new.id, new.indicator_id, new.organisation_id, new.kind, new.country, new.place, new.period, new.period_start,
      new.period_end, new.disaggregation, new.value_kind, new.number, new.numerator, new.denominator, new.entries, new.missing, new.source,
      new.source_date, new.voice, new.counts_people, new.note, new.import_id, new.line, new.created_by, new.created_at, new.change))
  execute function app.record_history('id');
create trigger history_became after update on observation referencing old table as rows_before new table as rows_after
  for each statement execute function app.record_what_became();

-- A file is used as long as any row of any table refers to it, whichever tables there will be. A page's text goes with its plan.
create or replace function app.file_is_used(digest text) returns boolean
  language plpgsql stable security definer set search_path = public, app as $$
declare
  user_of_files record;
  is_used boolean;
begin
  for user_of_files in
    select c.conrelid::regclass as relation, a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'public.file'::regclass and c.conrelid <> 'public.page'::regclass
  loop
    execute format('select exists (select from %s where %I = $1)', user_of_files.relation, user_of_files.name) into is_used using digest;
    if is_used then
      return true;
    end if;
  end loop;
  return false;
end $$;
create index report_edition_docx on report_edition (docx_sha256);
create index report_edition_pdf on report_edition (pdf_sha256);
create index report_edition_html on report_edition (html_sha256);
create index report_edition_markdown on report_edition (markdown_sha256);

-- The file of an official text goes with it, where nothing else has it.
create function app.forget_file_of_text() returns trigger
  language plpgsql security definer set search_path = public, app as $$
begin
  delete from file where sha256 = old.file_sha256 and not app.file_is_used(old.file_sha256);
  return null;
end $$;
create trigger forgets_its_file after delete or update of file_sha256 on official_text for each row execute function app.forget_file_of_text();

-- What the asker does not see of an indicator because it counts one to four people: whose it is and what it is of, never the number. With it
-- packages/indicators finds which other figures would give the number away.
drop function app.suppressed(uuid);
create function app.suppressed(which uuid)
  returns table (organisation_id uuid, kind text, country text, place text, period text, disaggregation jsonb, value_kind text, voice text)
  language sql stable security definer set search_path = public, app as $$
  select o.organisation_id, o.kind, o.country, o.place, o.period, o.disaggregation, o.value_kind, o.voice
  from observation o join indicator i on i.id = o.indicator_id join framework f on f.id = i.framework_id
  where o.indicator_id = which and (f.published_at is not null or app.can(f.organisation_id, 'reader'))
    and (o.visibility = 'public' or (o.visibility = 'partners' and o.organisation_id in (select app.sharing_with_me())))
    and o.organisation_id not in (select app.mine('reader'))
    and o.superseded_by is null and o.withdrawn_at is null and (o.counts_people or i.counts_people)
    and app.of_few(o.value_kind, o.number, o.numerator, o.denominator)
$$;
create index observation_few on observation (indicator_id)
  where superseded_by is null and withdrawn_at is null and app.of_few(value_kind, number, numerator, denominator);
