-- What an editor confirmed when she froze an edition: findings that must be mended and stood, with her reason, and what only her
-- organisation sees and stands in the files all the same. For the organisation’s own eyes, whether or not the edition is public.
create table report_confirmation (
  report_id uuid not null,
  number int not null,
  organisation_id uuid not null references organisation,
  -- Each with its code, parameters, quote and section, as the reports' checks.ts and own-words.ts tell them.
  findings jsonb not null check (jsonb_typeof(findings) = 'array'),
  own_words jsonb not null check (jsonb_typeof(own_words) = 'array'),
  -- Why the findings may stand; empty where there are none.
  reason text not null default '' check (length(reason) <= 2000 and (findings = '[]' or length(btrim(reason)) > 0)),
  confirmed_by text not null,
  confirmed_at timestamptz not null default now(),
  primary key (report_id, number),
  foreign key (report_id, number) references report_edition (report_id, number)
);
create trigger history after insert or update or delete on report_confirmation
  for each row execute function app.record_history('report_id', 'number');
alter table report_confirmation enable row level security;
create policy seen on report_confirmation for select using (organisation_id in (select app.mine('reader')));
create policy confirmed on report_confirmation for insert with check (
  organisation_id in (select app.mine('editor')) and confirmed_by = app.asker() and app.of_report(report_id, organisation_id));
grant select, insert (report_id, number, organisation_id, findings, own_words, reason, confirmed_by) on report_confirmation to open1325_app;
