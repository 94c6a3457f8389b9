-- Questionnaires, their rounds, and the answers of people who have no account: a personal link is all that they have.

create table questionnaire (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  title text not null check (length(btrim(title)) between 1 and 300),
  -- Pages of questions in languages (app/features/questionnaires/form/model.ts).
  form jsonb not null check (jsonb_typeof(form -> 'pages') = 'array' and jsonb_typeof(form -> 'languages') = 'array'),
  -- What of an imported file is not used: [{ sheet, row, code, detail }].
  remarks jsonb not null default '[]' check (jsonb_typeof(remarks) = 'array'),
  created_by text not null,
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  version int not null default 1
);
create index questionnaire_organisation on questionnaire (organisation_id, created_at);
create trigger history after insert or update or delete on questionnaire for each row execute function app.record_history('id');
alter table questionnaire enable row level security;
create policy seen on questionnaire for select using (organisation_id in (select app.mine('reader')));
create policy added on questionnaire for insert
  with check (created_by = app.asker() and organisation_id in (select app.mine('contributor')));
create policy changed on questionnaire for update using (organisation_id in (select app.mine('contributor')))
  with check (organisation_id in (select app.mine('contributor')));
grant select, insert (id, organisation_id, title, form, remarks, created_by), update (title, form, removed_at, version) on questionnaire
  to open1325_app;

-- One sending of a questionnaire to named respondents.
create table round (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  questionnaire_id uuid not null references questionnaire,
  title text not null check (length(btrim(title)) between 1 and 300),
  -- The questions as they stood when the round began: answers keep the questions that they answer.
  form jsonb not null,
  closes_at timestamptz not null,
  -- IANA: in which the closing time is told.
  time_zone text not null check (length(time_zone) between 1 and 60),
  closed_at timestamptz,
  -- From then on everybody may read what governments and organisations answered, as far as an editor has reviewed it.
  published_at timestamptz,
  created_by text not null,
  created_at timestamptz not null default now(),
  version int not null default 1
);
create index round_questionnaire on round (questionnaire_id, created_at);
create index round_organisation on round (organisation_id, created_at);
create trigger history after insert or update or delete on round for each row execute function app.record_history('id');
create function app.of_questionnaire(questionnaire uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from questionnaire q where q.id = questionnaire and q.organisation_id = organisation and q.removed_at is null)';
alter table round enable row level security;
create policy seen on round for select using (published_at is not null or organisation_id in (select app.mine('reader')));
create policy begun on round for insert with check (created_by = app.asker() and published_at is null
  and organisation_id in (select app.mine('editor')) and app.of_questionnaire(questionnaire_id, organisation_id));
create policy changed on round for update using (organisation_id in (select app.mine('editor')))
  with check (organisation_id in (select app.mine('editor')));
grant select, insert (id, organisation_id, questionnaire_id, title, form, closes_at, time_zone, created_by),
  update (title, closes_at, time_zone, closed_at, published_at, version) on round to open1325_app;

-- Who was asked, and how far she is. Whom an organisation asks is for those who work on it: respondents may be at risk.
create table respondent (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  round_id uuid not null references round,
  kind text not null check (kind in ('government', 'organisation', 'person')),
  name text not null check (length(btrim(name)) between 1 and 200),
  email text check (length(email) between 3 and 320),
  -- BCP 47: of the link's pages and letters.
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
  voice text not null check (voice in ('government', 'civil-society', 'community', 'independent')),
  -- ISO 3166-1 alpha-3.
  country text check (country ~ '^[A-Z]{3}$'),
  -- Only the hash of the personal link's secret is kept; the secret is signed with the installation's own (desk/links.ts).
  token_sha256 bytea not null unique,
  -- Which link it is: another one is made when the first has come into wrong hands.
  link_number int not null default 1,
  -- The same respondent in an earlier round: that answer is offered again.
  earlier_id uuid references respondent,
  created_by text not null,
  created_at timestamptz not null default now(),
  mailed_at timestamptz,
  opened_at timestamptz,
  begun_at timestamptz,
  sent_at timestamptz,
  -- Of what was sent: the history tells whether it was changed since, without holding it.
  sent_sha256 text check (sent_sha256 ~ '^[0-9a-f]{64}$'),
  reminded_at timestamptz,
  reminders int not null default 0,
  reviewed_at timestamptz,
  reviewed_by text,
  removed_at timestamptz,
  check ((sent_at is null) = (sent_sha256 is null)),
  check (reviewed_at is null or sent_at is not null)
);
create index respondent_round on respondent (round_id, created_at);
create index respondent_organisation on respondent (organisation_id);
create index respondent_earlier on respondent (earlier_id);

create trigger history after insert or update or delete on respondent for each row execute function app.record_history('id');

create function app.of_round(its_round uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from round r where r.id = its_round and r.organisation_id = organisation)';
create function app.may_continue(earlier uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from respondent r where r.id = earlier and r.organisation_id = organisation)';
alter table respondent enable row level security;
create policy seen on respondent for select using (organisation_id in (select app.mine('contributor')));
create policy asked on respondent for insert with check (created_by = app.asker()
  and organisation_id in (select app.mine('editor')) and app.of_round(round_id, organisation_id)
  and (earlier_id is null or app.may_continue(earlier_id, organisation_id)));
create policy changed on respondent for update using (organisation_id in (select app.mine('editor')))
  with check (organisation_id in (select app.mine('editor')));
grant select (id, organisation_id, round_id, kind, name, email, language, voice, country, link_number, earlier_id, created_by, created_at, mailed_at,
    opened_at, begun_at, sent_at, sent_sha256, reminded_at, reminders, reviewed_at, reviewed_by, removed_at),
  insert (id, organisation_id, round_id, kind, name, email, language, voice, country, token_sha256, earlier_id, created_by),
  update (name, email, language, token_sha256, link_number, mailed_at, reminded_at, reminders, sent_at, sent_sha256, reviewed_at, reviewed_by, removed_at)
  on respondent to open1325_app;

-- What she answered so far. Written only through her link; no history: until it is sent it is hers, then its digest is in the history.
create table response (
  respondent_id uuid primary key references respondent on delete cascade,
  organisation_id uuid not null references organisation,
  round_id uuid not null references round,
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 2000000),
  version int not null default 1,
  -- Ids of the last posts that were taken in: one that comes again, late, from a phone's store changes nothing.
  posts uuid[] not null default '{}',
  saved_at timestamptz not null default now()
);
create index response_round on response (round_id);
alter table response enable row level security;
-- What is not sent yet is hers alone.
create policy seen on response for select using (
  organisation_id in (select app.mine('contributor'))
  and respondent_id in (select r.id from respondent r where r.sent_at is not null and r.removed_at is null)
);
grant select on response to open1325_app;

-- Files that were given as answers, without their metadata.
create table answer_file (
  respondent_id uuid not null references respondent on delete cascade,
  organisation_id uuid not null references organisation,
  file_sha256 text not null references file,
  file_name text not null check (length(file_name) between 1 and 255),
  created_at timestamptz not null default now(),
  primary key (respondent_id, file_sha256)
);
create index answer_file_file on answer_file (file_sha256);
alter table answer_file enable row level security;
create policy seen on answer_file for select using (respondent_id in (select respondent_id from response));
grant select on answer_file to open1325_app;
create policy seen_with_its_answer on file for select using (sha256 in (select file_sha256 from answer_file));

create or replace function app.file_is_used(digest text) returns boolean
  language sql stable security definer set search_path = public, app
  return exists (select from instrument where file_sha256 = digest) or exists (select from evidence where file_sha256 = digest)
    or exists (select from import where file_sha256 = digest) or exists (select from official_text where file_sha256 = digest)
    or exists (select from answer_file where file_sha256 = digest);

-- Following a link -----------------------------------------------------------------------------------------------------------------
-- A respondent has no account: the functions below take her link's secret and speak of her own row only.

create function app.respondent_of(token text) returns respondent
  language sql stable security definer set search_path = public, app
  as 'select r from respondent r where r.token_sha256 = sha256(convert_to(token, ''utf8'')) and r.removed_at is null';
revoke execute on function app.respondent_of(text) from public;

create function app.answer_by_token(token text)
  returns table (respondent_id uuid, round_id uuid, version int, name text, kind text, language text, organisation text, title text, form jsonb,
    closes_at timestamptz, time_zone text, state text, sent_at timestamptz, answers jsonb, response_version int, earlier jsonb)
  language sql stable security definer set search_path = public, app as $$
  select r.id, n.id, n.version, r.name, r.kind, r.language, o.name, n.title, n.form, n.closes_at, n.time_zone,
    case when r.sent_at is not null then 'sent' when n.closed_at is not null or n.closes_at <= now() then 'closed' else 'open' end,
    r.sent_at, coalesce(a.answers, '{}'), coalesce(a.version, 0),
    (select e.answers from response e join respondent p on p.id = e.respondent_id where e.respondent_id = r.earlier_id and p.sent_at is not null)
  from app.respondent_of(token) r join round n on n.id = r.round_id join organisation o on o.id = n.organisation_id
    left join response a on a.respondent_id = r.id
  where r.id is not null
$$;

create function app.open_answer(token text) returns void
  language sql security definer set search_path = public, app
  as 'update respondent set opened_at = now() where id = (app.respondent_of(token)).id and opened_at is null';

-- Keeps the answers of a page: those in `given` take the place of what stands under their names, those in `emptied` are taken away.
-- Gives 'kept', 'again' (this post was taken in before), 'sent', 'closed' or null (no such link).
create function app.save_answer(token text, post uuid, given jsonb, emptied text[]) returns text
  language plpgsql security definer set search_path = public, app as $$
declare
  r respondent;
  is_over boolean;
  was_posted boolean;
begin
  select * into r from app.respondent_of(token);
  if r.id is null then
    return null;
  end if;
  -- Two posts of one person take turns.
  select * into r from respondent where id = r.id for update;
  select n.closed_at is not null or n.closes_at <= now() into is_over from round n where n.id = r.round_id;
  select post = any (a.posts) into was_posted from response a where a.respondent_id = r.id;
  if was_posted then
    return 'again';
  elsif r.sent_at is not null then
    return 'sent';
  elsif is_over then
    return 'closed';
  end if;
  insert into response as a (respondent_id, organisation_id, round_id, answers, posts)
    values (r.id, r.organisation_id, r.round_id, given, array[post])
    on conflict (respondent_id) do update set answers = (a.answers - emptied) || excluded.answers, version = a.version + 1,
      posts = a.posts[greatest(1, cardinality(a.posts) - 199):] || post, saved_at = now();
  if r.begun_at is null then
    update respondent set begun_at = now(), opened_at = coalesce(opened_at, now()) where id = r.id;
  end if;
  return 'kept';
end $$;

-- Sends it, as it was looked at. Gives 'kept', 'again' (it is sent already), 'changed' (another version is there), 'closed' or null.
create function app.send_answer(token text, seen_version int, final jsonb) returns text
  language plpgsql security definer set search_path = public, app as $$
declare
  r respondent;
  is_over boolean;
  there int;
begin
  select * into r from app.respondent_of(token);
  if r.id is null then
    return null;
  end if;
  -- First the turn, then the row: the other way round two who wait for each other would wait for ever.
  perform app.take_turn();
  select * into r from respondent where id = r.id for update;
  if r.sent_at is not null then
    return 'again';
  end if;
  select n.closed_at is not null or n.closes_at <= now() into is_over from round n where n.id = r.round_id;
  if is_over then
    return 'closed';
  end if;
  select a.version into there from response a where a.respondent_id = r.id;
  if there is distinct from seen_version then
    return 'changed';
  end if;
  update response set answers = final, saved_at = now() where respondent_id = r.id;
  update respondent set sent_at = now(), sent_sha256 = encode(sha256(convert_to((select answers::text from response where respondent_id = r.id),
    'utf8')), 'hex') where id = r.id;
  return 'kept';
end $$;

-- A file that she gave. False where her link takes no answers (any more).
create function app.keep_answer_file(token text, digest text, media text, size bigint, name text) returns boolean
  language plpgsql security definer set search_path = public, app as $$
declare
  r respondent;
begin
  select * into r from app.respondent_of(token);
  if r.id is null or r.sent_at is not null
    or not exists (select from round n where n.id = r.round_id and n.closed_at is null and n.closes_at > now())
    or (select count(*) from answer_file f where f.respondent_id = r.id) >= 100 then
    return false;
  end if;
  insert into file (sha256, media_type, bytes) values (digest, media, size) on conflict do nothing;
  insert into answer_file (respondent_id, organisation_id, file_sha256, file_name) values (r.id, r.organisation_id, digest, name)
    on conflict do nothing;
  return true;
end $$;

-- What everybody may read of a published round: the reviewed answers of governments and organisations; never of persons, never files.
create function app.published_answers(which uuid)
  returns table (respondent_id uuid, name text, kind text, voice text, country text, sent_at timestamptz, answers jsonb)
  language sql stable security definer set search_path = public, app as $$
  select r.id, r.name, r.kind, r.voice, r.country, r.sent_at, a.answers
  from round n join respondent r on r.round_id = n.id join response a on a.respondent_id = r.id
  where n.id = which and n.published_at is not null and r.kind <> 'person' and r.reviewed_at is not null and r.removed_at is null
  order by r.voice, r.name, r.id
$$;

create policy seen_with_its_round on organisation for select
  using (exists (select from round r where r.organisation_id = organisation.id and r.published_at is not null));

-- Deletion of a respondent is real: her name, address, answers and the files' place are gone; that somebody was asked stays.
create function app.forget_respondent(which uuid) returns boolean
  language plpgsql security definer set search_path = public, app as $$
begin
  perform app.take_turn();
  update respondent set name = '–', email = null, token_sha256 = sha256(gen_random_uuid()::text::bytea), removed_at = now()
    where id = which and app.can(organisation_id, 'editor') and removed_at is null;
  if not found then
    return false;
  end if;
  delete from answer_file where respondent_id = which;
  delete from response where respondent_id = which;
  return true;
end $$;
