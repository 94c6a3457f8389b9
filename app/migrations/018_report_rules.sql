-- Reports and the rules of the bodies that they go to: which version of a rule, which session, what a submission says of itself, which
-- findings of the checks somebody accepted; further sources.

alter table report
  -- The version of the body's rule that the draft holds to, as library/bodies names it; null: the one in force.
  add column rule text check (length(rule) <= 100),
  -- The session as library/bodies names it; where the library does not know it, its first day.
  add column session_id text check (length(session_id) <= 100),
  add column session_starts date,
  -- The last day as the body announced it, and where that was read.
  add column due date,
  add column due_source text not null default '' check (length(due_source) <= 500),
  add column ecosoc_status text check (ecosoc_status in ('general', 'special', 'roster', 'none')),
  -- What else a body asks a submission to say of itself, by the names of library/body-shape.ts: 'contact', 'agenda-item'.
  add column stated jsonb not null default '{}' check (jsonb_typeof(stated) = 'object'),
  -- People who agreed that they are named, one on each line.
  add column named text not null default '' check (length(named) <= 5000);
grant insert (rule), update (rule, session_id, session_starts, due, due_source, ecosoc_status, stated, named) on report to open1325_app;

-- What an edition was frozen under.
alter table report_edition
  add column rule text,
  add column session text,
  add column due date;
grant insert (rule, session, due) on report_edition to open1325_app;

alter table report_claim drop constraint report_claim_kind_check;
alter table report_claim add constraint report_claim_kind_check
  check (kind in ('commitment', 'assessment', 'indicator', 'finding', 'answer', 'recommendation', 'silence', 'manual'));

-- A finding of the checks that somebody accepted, with her reason. Taking it back removes the row; the history keeps it.
create table report_acceptance (
  report_id uuid not null references report on delete cascade,
  -- What was found, as the reports' checks.ts names it: the same finding has the same key.
  key text not null check (length(key) between 1 and 100),
  organisation_id uuid not null references organisation,
  code text not null check (length(code) <= 100),
  quote text not null check (length(quote) <= 5000),
  reason text not null check (length(btrim(reason)) between 1 and 2000),
  accepted_by text not null,
  accepted_at timestamptz not null default now(),
  primary key (report_id, key)
);
create trigger history after insert or update or delete on report_acceptance
  for each row execute function app.record_history('report_id', 'key');
alter table report_acceptance enable row level security;
create policy seen on report_acceptance for select using (organisation_id in (select app.mine('reader')));
create policy accepted on report_acceptance for insert with check (
  organisation_id in (select app.mine('contributor')) and accepted_by = app.asker() and app.of_report(report_id, organisation_id));
create policy taken_back on report_acceptance for delete using (organisation_id in (select app.mine('contributor')));
grant select, insert (report_id, key, organisation_id, code, quote, reason, accepted_by), delete on report_acceptance to open1325_app;
