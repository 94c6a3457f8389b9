-- A file that a respondent took back, or that goes with her, goes from the store as well where nothing else has it.

create trigger forgets_its_file after delete on answer_file for each row execute function app.forget_file_of_text();

-- Whether a file may be given by her link: asked before anything of it is kept.
create function app.takes_answer_file(token text) returns boolean
  language sql stable security definer set search_path = public, app as $$
  select exists (
    select from app.respondent_of(token) r join round n on n.id = r.round_id
    where r.sent_at is null and n.closed_at is null and n.closes_at > now()
      and (select count(*) from answer_file f where f.respondent_id = r.id) < 100)
$$;

-- Lets go of the files that her answers no longer name, as long as they are hers to change.
create function app.drop_answer_files(token text, named text[]) returns int
  language plpgsql security definer set search_path = public, app as $$
declare
  r respondent;
  dropped int;
begin
  select * into r from app.respondent_of(token);
  if r.id is null or r.sent_at is not null then
    return 0;
  end if;
  delete from answer_file where respondent_id = r.id and not file_sha256 = any (named);
  get diagnostics dropped = row_count;
  return dropped;
end $$;
