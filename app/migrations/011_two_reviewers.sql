-- What a decision rests on besides the machine's word: how many people had answered by themselves, and whether they differed.
alter table finding
  add column reviewers int not null default 0 check (reviewers >= 0),
  add column differed boolean not null default false,
  add constraint a_difference_is_settled_with_a_reason check (not differed or length(btrim(reason)) > 0);
