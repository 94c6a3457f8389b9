-- To whom a statement speaks, and how its list of signatures is shown, is said in each language of its text.
alter table statement_text
  add column addressed_to text not null default '' check (length(addressed_to) <= 500),
  add column list_note text not null default '' check (length(list_note) <= 1000);
update statement_text t set addressed_to = s.addressed_to, list_note = s.list_note from statement s where s.id = t.statement_id;
grant update (addressed_to, list_note) on statement_text to open1325_app;
alter table statement drop column addressed_to, drop column list_note;
