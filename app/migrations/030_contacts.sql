-- Whom to ask about a statement or a report, and who agreed to be named in one, may have to be taken away for good: the history keeps that it
-- changed, not who they are. Nor does it have the words that were found and accepted. Lines that were written before stay as they are: each is sealed by the next.
create or replace function app.record_history() returns trigger
  language plpgsql security definer set search_path = public, app, auth as $$
declare
  old_row jsonb := case when tg_op in ('UPDATE', 'DELETE') then to_jsonb(old) end;
  new_row jsonb := case when tg_op in ('INSERT', 'UPDATE') then to_jsonb(new) end;
  row_now jsonb;
  unsaid text[];
  h history;
begin
  unsaid := case tg_table_name
    when 'evidence' then '{title,author,note,url,file_name}'::text[]
    when 'statement' then '{contact}'
    when 'report' then '{named}'
    when 'report_acceptance' then '{quote,reason}'
    when 'respondent' then '{name,email,token_sha256,mailed_at,opened_at,begun_at,reminded_at,reminders}'::text[] end;
  if unsaid is not null then
    old_row := old_row - unsaid;
    new_row := new_row - unsaid;
  end if;
  if tg_table_name = 'report' then
    old_row := old_row #- '{stated,contact}';
    new_row := new_row #- '{stated,contact}';
  end if;
  row_now := coalesce(new_row, old_row);
  if old_row is not distinct from new_row then
    return null;
  end if;
  h.organisation_id := (row_now ->> case when tg_table_name = 'organisation' then 'id' else 'organisation_id' end)::uuid;
  if h.organisation_id = '00000000-0000-4000-8000-000000001325' then
    return null;
  end if;
  perform app.take_turn();
  select id, hash into h.id, h.previous from history order by id desc limit 1;
  h.id := coalesce(h.id, 0) + 1;
  h.at := clock_timestamp();
  h.change := coalesce(nullif(current_setting('open1325.change', true), '')::uuid, gen_random_uuid());
  h.act := coalesce(nullif(current_setting('open1325.act', true), ''), tg_table_name || '.' || lower(tg_op));
  h.who := app.asker();
  h.why := nullif(current_setting('open1325.why', true), '');
  h.relation := tg_table_name;
  h.row_key := (select string_agg(row_now ->> key, '/' order by n) from unnest(tg_argv) with ordinality as k (key, n));
  h.before := old_row;
  h.after := new_row;
  h.hash := app.history_hash(h);
  insert into history select h.*;
  return null;
end $$;
