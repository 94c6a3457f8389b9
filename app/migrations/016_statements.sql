-- Statements that organisations put their names under: the text, its editions, who was asked and who signed, the list at the close.

create table statement (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  -- The public address.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  title text not null check (length(btrim(title)) between 1 and 300),
  -- To whom it speaks, and where it is handed in.
  addressed_to text not null default '' check (length(addressed_to) <= 500),
  body text not null default '' check (length(body) <= 200),
  session text not null default '' check (length(session) <= 200),
  -- How the list of signatures is shown, in the words of those who collect them.
  list_note text not null default '' check (length(list_note) <= 1000),
  -- A report's edition that is its text; null: its text is written here (statement_text).
  report_id uuid,
  report_number int,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'withdrawn')),
  -- The edition that is signed now; 0: none was frozen yet.
  edition int not null default 0,
  opens_at timestamptz,
  closes_at timestamptz,
  -- IANA: in which both times are told.
  time_zone text check (length(time_zone) between 1 and 60),
  closed_at timestamptz,
  -- Of the last list that was frozen; the history keeps those before it.
  list_sha256 text check (list_sha256 ~ '^[0-9a-f]{64}$'),
  list_named int,
  list_unnamed int,
  listed_at timestamptz,
  -- Told to everybody.
  withdrawn_why text check (length(withdrawn_why) <= 2000),
  created_by text not null,
  created_at timestamptz not null default now(),
  version int not null default 1,
  foreign key (report_id, report_number) references report_edition (report_id, number),
  check ((report_id is null) = (report_number is null)),
  check (state in ('draft', 'withdrawn') or (edition > 0 and opens_at is not null and closes_at is not null and time_zone is not null)),
  check (opens_at < closes_at),
  check ((list_sha256 is null) = (listed_at is null))
);
create index statement_organisation on statement (organisation_id, created_at);
create index statement_closing on statement (closes_at) where state = 'open';
create trigger history after insert or update or delete on statement for each row execute function app.record_history('id');
alter table statement enable row level security;
create policy seen on statement for select using (state <> 'draft' or organisation_id in (select app.mine('reader')));
create policy begun on statement for insert
  with check (organisation_id in (select app.mine('contributor')) and created_by = app.asker() and state = 'draft' and edition = 0);
create policy written on statement for update using (state = 'draft' and organisation_id in (select app.mine('contributor')))
  with check (state = 'draft' and edition = 0);
create policy changed on statement for update using (organisation_id in (select app.mine('editor')));
-- What nobody could sign yet may go.
create policy removed on statement for delete using (state = 'draft' and edition = 0 and organisation_id in (select app.mine('editor')));
grant select, delete,
  insert (id, organisation_id, slug, title, addressed_to, body, session, list_note, report_id, report_number, created_by),
  update (title, addressed_to, body, session, list_note, state, edition, opens_at, closes_at, time_zone, closed_at, withdrawn_why, version)
  on statement to open1325_app;

create function app.of_statement(its_statement uuid, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from statement s where s.id = its_statement and s.organisation_id = organisation)';
-- Whether the world reads it and who signed it.
create function app.statement_is_public(its_statement uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from statement s where s.id = its_statement and s.state in (''open'', ''closed''))';

-- The text of the next edition, in each of its languages.
create table statement_text (
  statement_id uuid not null references statement on delete cascade,
  -- BCP 47.
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' and length(language) <= 35),
  organisation_id uuid not null references organisation,
  position int not null default 1,
  title text not null check (length(btrim(title)) between 1 and 300),
  text text not null default '' check (length(text) <= 200000),
  changed_by text not null,
  changed_at timestamptz not null default now(),
  version int not null default 1,
  primary key (statement_id, language)
);
create trigger history after insert or update or delete on statement_text
  for each row execute function app.record_history('statement_id', 'language');
alter table statement_text enable row level security;
create policy seen on statement_text for select using (organisation_id in (select app.mine('reader')));
create policy written on statement_text for all using (organisation_id in (select app.mine('contributor')))
  with check (organisation_id in (select app.mine('contributor')) and changed_by = app.asker() and app.of_statement(statement_id, organisation_id));
grant select, delete, insert (statement_id, language, organisation_id, position, title, text, changed_by),
  update (title, text, changed_by, changed_at, version) on statement_text to open1325_app;

-- Who has not answered, not reported, let a plan run out: put into the text as [[number]]. What was found, and how it was asked for, so
-- that the same question can be asked again.
create table statement_absence (
  statement_id uuid not null references statement on delete cascade,
  number int not null check (number > 0),
  organisation_id uuid not null references organisation,
  source jsonb not null check (jsonb_typeof(source) = 'object'),
  -- A digest of what was found.
  source_version text not null check (length(source_version) <= 100),
  found jsonb not null check (jsonb_typeof(found) = 'object'),
  asked_by text not null,
  asked_at timestamptz not null default now(),
  version int not null default 1,
  primary key (statement_id, number)
);
create trigger history after insert or update or delete on statement_absence
  for each row execute function app.record_history('statement_id', 'number');
alter table statement_absence enable row level security;
create policy seen on statement_absence for select using (organisation_id in (select app.mine('reader')));
create policy asked on statement_absence for all using (organisation_id in (select app.mine('contributor')))
  with check (organisation_id in (select app.mine('contributor')) and asked_by = app.asker() and app.of_statement(statement_id, organisation_id));
grant select, insert (statement_id, number, organisation_id, source, source_version, found, asked_by),
  update (source_version, found, asked_by, asked_at, version) on statement_absence to open1325_app;

-- The text as it is signed. Nothing of it ever changes.
create table statement_edition (
  statement_id uuid not null references statement,
  number int not null check (number > 0),
  organisation_id uuid not null references organisation,
  -- [{ language, document }]: documents of the report writer.
  texts jsonb not null check (jsonb_typeof(texts) = 'array' and jsonb_array_length(texts) > 0),
  -- [{ number, version, askedAt }]: what was put in from queries.
  absences jsonb not null default '[]' check (jsonb_typeof(absences) = 'array'),
  -- All its languages as Markdown: the bytes that the digest is of.
  words text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(words, 'utf8')), 'hex')),
  frozen_by text not null,
  frozen_at timestamptz not null default now(),
  primary key (statement_id, number)
);
create trigger history after insert or update or delete on statement_edition
  for each row execute function app.record_history('statement_id', 'number');
create trigger never_changes before update or delete on statement_edition for each row execute function app.refuse_new_words();
alter table statement_edition enable row level security;
create policy seen on statement_edition for select
  using (organisation_id in (select app.mine('reader')) or app.statement_is_public(statement_id));
create policy frozen on statement_edition for insert with check (
  organisation_id in (select app.mine('editor')) and frozen_by = app.asker() and app.of_statement(statement_id, organisation_id));
grant select, insert (statement_id, number, organisation_id, texts, absences, words, sha256, frozen_by) on statement_edition to open1325_app;

create policy seen_with_its_statement on organisation for select
  using (id in (select organisation_id from statement where state <> 'draft'));

-- Signing --------------------------------------------------------------------------------------------------------------------------

-- That an organisation was asked, signed, was accepted or not, took its signature back: never who it is.
create table signature (
  id uuid primary key default gen_random_uuid(),
  statement_id uuid not null,
  organisation_id uuid not null references organisation,
  edition int not null,
  state text not null check (state in ('invited', 'declined', 'confirmed', 'accepted', 'rejected', 'withdrawn')),
  origin text not null check (origin in ('form', 'invitation', 'hand')),
  -- Its organisation's name may be published; else it is counted.
  named boolean not null default false,
  -- The same organisation's signature under the edition before.
  earlier_id uuid references signature,
  created_by text,
  created_at timestamptz not null default now(),
  signed_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  -- Why it was not accepted: told to those who signed.
  reason text check (length(reason) <= 2000),
  withdrawn_at timestamptz,
  forgotten_at timestamptz,
  foreign key (statement_id, edition) references statement_edition (statement_id, number),
  check (state in ('invited', 'declined') or signed_at is not null),
  check (state <> 'rejected' or length(btrim(reason)) > 0)
);
create index signature_statement on signature (statement_id, edition, state);
create index signature_organisation on signature (organisation_id);
create index signature_earlier on signature (earlier_id);
create trigger history after insert or update or delete on signature for each row execute function app.record_history('id');
alter table signature enable row level security;
create policy seen on signature for select using (organisation_id in (select app.mine('reader')));
create policy asked on signature for insert with check (
  organisation_id in (select app.mine('editor')) and created_by = app.asker() and origin <> 'form'
  and app.of_statement(statement_id, organisation_id));
create policy decided on signature for update using (organisation_id in (select app.mine('editor')))
  with check (organisation_id in (select app.mine('editor')));
grant select,
  insert (id, statement_id, organisation_id, edition, state, origin, named, earlier_id, created_by, signed_at, decided_by, decided_at),
  update (state, decided_by, decided_at, reason, withdrawn_at, forgotten_at, named) on signature to open1325_app;

-- Who it is, for editors alone. No history: it must be possible to take this away for good.
create table signer (
  signature_id uuid primary key references signature on delete cascade,
  statement_id uuid not null references statement,
  edition int not null,
  organisation_id uuid not null references organisation,
  name text not null check (length(btrim(name)) between 1 and 200),
  -- The name folded: an organisation signs once in a country.
  key text not null,
  -- ISO 3166-1 alpha-3; '' for an organisation of no single country.
  country text not null default '' check (country ~ '^([A-Z]{3})?$'),
  contact text check (length(contact) <= 200),
  email text check (length(email) between 3 and 320),
  role text check (length(role) <= 200),
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'),
  -- Where the consent of one that was added by hand stands.
  note text check (length(note) <= 2000),
  -- Only the hash of the personal link's secret is kept; the secret is signed with the installation's own (links.ts).
  token_sha256 bytea not null unique,
  link_number int not null default 1,
  mailed_at timestamptz,
  reminded_at timestamptz,
  reminders int not null default 0,
  -- Accepted. Kept beside the key, so that no two of one organisation are.
  counts boolean not null default false
);
create unique index signer_once on signer (statement_id, edition, key, country) where counts;
create index signer_statement on signer (statement_id, edition, key);
create index signer_organisation on signer (organisation_id);
create function app.key_signer() returns trigger language plpgsql set search_path = public, app as $$
begin
  new.key := btrim(regexp_replace(app.fold(new.name), '[^[:alnum:]]+', ' ', 'g'));
  -- A name without a single letter is itself.
  if new.key = '' then
    new.key := new.name;
  end if;
  return new;
end $$;
create trigger keyed before insert or update of name on signer for each row execute function app.key_signer();
create function app.count_signer() returns trigger language plpgsql security definer set search_path = public, app as $$
begin
  update signer s set counts = (new.state = 'accepted') where s.signature_id = new.id and s.counts <> (new.state = 'accepted');
  return null;
end $$;
create trigger counted after update of state on signature for each row execute function app.count_signer();
create function app.of_signature(its_signature uuid, its_statement uuid, its_edition int, organisation uuid) returns boolean
  language sql stable security definer set search_path = public, app
  as 'select exists (select from signature s where s.id = its_signature and s.statement_id = its_statement and s.edition = its_edition
      and s.organisation_id = organisation)';
alter table signer enable row level security;
create policy seen on signer for select using (organisation_id in (select app.mine('editor')));
create policy asked on signer for insert with check (
  organisation_id in (select app.mine('editor')) and app.of_signature(signature_id, statement_id, edition, organisation_id));
create policy changed on signer for update using (organisation_id in (select app.mine('editor')))
  with check (organisation_id in (select app.mine('editor')));
grant select (signature_id, statement_id, edition, organisation_id, name, key, country, contact, email, role, language, note, link_number,
    mailed_at, reminded_at, reminders, counts),
  insert (signature_id, statement_id, edition, organisation_id, name, country, contact, email, role, language, note, token_sha256, counts),
  update (name, contact, email, role, note, token_sha256, link_number) on signer to open1325_app;

-- What was posted on the public page and not confirmed yet. It vanishes when its link has expired.
create table sign_request (
  id uuid primary key,
  statement_id uuid not null references statement on delete cascade,
  organisation_id uuid not null references organisation,
  edition int not null,
  token_sha256 bytea not null unique,
  -- Emptied when it is confirmed: then it is the signer's.
  who jsonb,
  -- Folded, to keep one address from being written to again and again.
  email_sha256 bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  signature_id uuid references signature on delete set null
);
create index sign_request_address on sign_request (statement_id, email_sha256);
create index sign_request_expiry on sign_request (expires_at);
create index sign_request_signature on sign_request (signature_id);
alter table sign_request enable row level security;

-- The list as it was frozen at the close, as the CSV file that its digest is of. Emptied when somebody on it takes her name back.
create table statement_list (
  statement_id uuid not null references statement,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  organisation_id uuid not null references organisation,
  edition int not null,
  content text,
  frozen_at timestamptz not null default now(),
  primary key (statement_id, sha256)
);
create index statement_list_organisation on statement_list (organisation_id);
alter table statement_list enable row level security;
create policy seen on statement_list for select
  using (organisation_id in (select app.mine('reader')) or app.statement_is_public(statement_id));
grant select on statement_list to open1325_app;

create function app.empty_lists() returns trigger language plpgsql security definer set search_path = public, app as $$
begin
  update statement_list l set content = null where l.statement_id = new.statement_id and l.content is not null;
  return null;
end $$;
create trigger lists_emptied after update of state, named on signature for each row
  when (old.state = 'accepted' and old.named and (new.state <> 'accepted' or not new.named)) execute function app.empty_lists();

-- Whether a signature may be given at this moment.
create function app.takes_signatures(s statement) returns boolean
  language sql stable
  as 'select s.state = ''open'' and s.opens_at <= now() and s.closes_at > now()';

-- Keeps what was posted until the mailed link is followed. Gives 'kept', 'again' (this form was posted before), 'full' (the address, or
-- the statement, has too many that wait: nothing is kept), 'closed'. 'full' for an address is told to nobody.
create function app.request_signature(its_slug text, request uuid, token text, who jsonb, days int) returns text
  language plpgsql security definer set search_path = public, app as $$
declare
  s statement;
  address bytea := sha256(convert_to(lower(btrim(who ->> 'email')), 'utf8'));
begin
  select * into s from statement where slug = its_slug;
  if s.id is null or not app.takes_signatures(s) then
    return 'closed';
  end if;
  if exists (select from sign_request r where r.id = request) then
    return 'again';
  end if;
  if (select count(*) from sign_request r where r.statement_id = s.id and r.email_sha256 = address and r.created_at > now() - interval '1 day') >= 3
    or (select count(*) from sign_request r where r.statement_id = s.id and r.signature_id is null and r.expires_at > now()) >= 5000 then
    return 'full';
  end if;
  insert into sign_request (id, statement_id, organisation_id, edition, token_sha256, who, email_sha256, expires_at)
    values (request, s.id, s.organisation_id, s.edition, sha256(convert_to(token, 'utf8')), who, address,
      least(now() + make_interval(days => days), s.closes_at))
    on conflict (id) do nothing;
  -- Two posts of one form at the same moment are one request, and the second is told so.
  return case when found then 'kept' else 'again' end;
end $$;

create function app.sign_request_by_token(token text)
  returns table (slug text, edition int, state text, who jsonb, signature_id uuid, expires_at timestamptz)
  language sql stable security definer set search_path = public, app as $$
  select s.slug, r.edition,
    case when r.signature_id is not null then 'used' when r.expires_at <= now() or not app.takes_signatures(s) then 'over'
      when r.edition <> s.edition then 'changed' else 'open' end,
    r.who, r.signature_id, r.expires_at
  from sign_request r join statement s on s.id = r.statement_id
  where r.token_sha256 = sha256(convert_to(token, 'utf8'))
$$;

-- The link was followed: the signature is given, and waits for an editor. Gives 'kept', 'again', 'over', 'changed' or null (no such link).
create function app.confirm_signature(token text, new_id uuid, link text) returns text
  language plpgsql security definer set search_path = public, app as $$
declare
  r sign_request;
  s statement;
begin
  perform app.take_turn();
  select * into r from sign_request where token_sha256 = sha256(convert_to(token, 'utf8')) for update;
  if r.id is null then
    return null;
  elsif r.signature_id is not null then
    return 'again';
  end if;
  select * into s from statement where id = r.statement_id for update;
  if r.expires_at <= now() or not app.takes_signatures(s) then
    return 'over';
  elsif r.edition <> s.edition then
    return 'changed';
  end if;
  insert into signature (id, statement_id, organisation_id, edition, state, origin, named, signed_at)
    values (new_id, s.id, s.organisation_id, s.edition, 'confirmed', 'form', (r.who ->> 'named')::boolean, now());
  insert into signer (signature_id, statement_id, edition, organisation_id, name, country, contact, email, role, language, token_sha256)
    values (new_id, s.id, s.edition, s.organisation_id, r.who ->> 'name', r.who ->> 'country', r.who ->> 'contact', r.who ->> 'email',
      r.who ->> 'role', r.who ->> 'language', sha256(convert_to(link, 'utf8')));
  update sign_request set signature_id = new_id, who = null where id = r.id;
  return 'kept';
end $$;

-- A personal link: an invitation, or a signature's own -----------------------------------------------------------------------------

create function app.signature_of(token text) returns signature
  language sql stable security definer set search_path = public, app
  as 'select g from signer p join signature g on g.id = p.signature_id where p.token_sha256 = sha256(convert_to(token, ''utf8''))';
revoke execute on function app.signature_of(text) from public;

create function app.signature_by_token(token text)
  returns table (id uuid, slug text, edition int, current_edition int, statement_state text, takes boolean, state text, named boolean, reason text,
    signed_at timestamptz, name text, country text, contact text, email text, role text, language text, later_id uuid, later_link int)
  language sql stable security definer set search_path = public, app as $$
  select g.id, s.slug, g.edition, s.edition, s.state, app.takes_signatures(s), g.state, g.named, g.reason, g.signed_at, p.name, p.country, p.contact,
    p.email, p.role, p.language, l.id, lp.link_number
  from app.signature_of(token) g join signer p on p.signature_id = g.id join statement s on s.id = g.statement_id
    left join signature l on l.earlier_id = g.id and l.edition = s.edition left join signer lp on lp.signature_id = l.id
  where g.id is not null and g.forgotten_at is null and s.state <> 'draft'
$$;

-- Signs by a personal link. Whom an editor asked herself is accepted at once, under the name that she was asked by; another name waits for
-- the editor, and so does a second signature of one organisation. Gives 'kept', 'again', 'closed', 'changed' or null (no such link).
create function app.sign_by_link(token text, who jsonb) returns text
  language plpgsql security definer set search_path = public, app as $$
declare
  g signature;
  p signer;
  s statement;
  key_before text;
  is_known boolean;
begin
  perform app.take_turn();
  select * into g from app.signature_of(token);
  if g.id is null or g.forgotten_at is not null then
    return null;
  end if;
  select * into g from signature where id = g.id for update;
  select * into s from statement where id = g.statement_id for update;
  if g.state in ('confirmed', 'accepted', 'rejected') then
    return 'again';
  elsif not app.takes_signatures(s) then
    return 'closed';
  elsif g.edition <> s.edition then
    return 'changed';
  end if;
  select * into p from signer where signature_id = g.id;
  key_before := p.key;
  update signer set name = who ->> 'name', country = who ->> 'country', contact = who ->> 'contact', email = who ->> 'email',
    role = who ->> 'role', language = who ->> 'language' where signature_id = g.id returning * into p;
  is_known := g.origin = 'invitation' and p.key = key_before and not exists (
    select from signer o where o.statement_id = p.statement_id and o.edition = p.edition and o.key = p.key and o.country = p.country and o.counts);
  update signature set state = case when is_known then 'accepted' else 'confirmed' end, named = (who ->> 'named')::boolean, signed_at = now(),
    withdrawn_at = null, reason = null where id = g.id;
  return 'kept';
end $$;

-- One signer's signatures and invitations under all editions of a statement.
create function app.of_one_signer(its_signature uuid) returns setof uuid
  language sql stable set search_path = public, app as $$
  with recursive hers (id) as (
    select its_signature
    union
    select g.id from hers h join signature o on o.id = h.id
      join signature g on g.statement_id = o.statement_id and (g.earlier_id = o.id or g.id = o.earlier_id)
  )
  select id from hers
$$;

-- Takes a signature back, says no to an invitation, or changes whether the name may be published; at any time. Gives false where the link
-- is of nothing that this can be done to.
create function app.change_by_link(token text, act text) returns boolean
  language plpgsql security definer set search_path = public, app as $$
declare
  g signature;
  hers uuid[];
begin
  perform app.take_turn();
  select * into g from app.signature_of(token);
  if g.id is null or g.forgotten_at is not null then
    return false;
  end if;
  if act = 'decline' then
    update signature set state = 'declined' where id = g.id and state = 'invited';
  elsif act = 'withdraw' then
    update signature set state = 'withdrawn', withdrawn_at = now() where id = g.id and state in ('confirmed', 'accepted');
  elsif act in ('name', 'unname') then
    update signature set named = (act = 'name') where id = g.id and state in ('confirmed', 'accepted') and named <> (act = 'name');
  elsif act = 'forget' then
    -- Under the editions before and after as well: she is asked again with what the first one knew of her.
    hers := array(select app.of_one_signer(g.id));
    delete from sign_request where signature_id = any (hers);
    update signature set state = case state when 'invited' then 'declined' else 'withdrawn' end,
      withdrawn_at = case when state <> 'invited' then now() end where id = any (hers) and state in ('invited', 'confirmed', 'accepted');
    update signature set forgotten_at = now() where id = any (hers) and forgotten_at is null;
    update signer set name = '–', country = '', contact = null, email = null, role = null, note = null,
      token_sha256 = sha256(gen_random_uuid()::text::bytea) where signature_id = any (hers);
  end if;
  return true;
end $$;

-- The list ---------------------------------------------------------------------------------------------------------------------------

-- Who signed, for everybody: those who may be named; the count of the others comes with `name` null.
create function app.public_signers(which uuid, its_edition int) returns table (name text, country text, n int)
  language sql stable security definer set search_path = public, app as $$
  select p.name, p.country, 1 from signature g join signer p on p.signature_id = g.id
  where g.statement_id = which and g.edition = its_edition and g.state = 'accepted' and g.named
    and (app.statement_is_public(which) or app.can(g.organisation_id, 'reader'))
  union all
  select null, null, count(*)::int from signature g
  where g.statement_id = which and g.edition = its_edition and g.state = 'accepted' and not g.named
    and (app.statement_is_public(which) or app.can(g.organisation_id, 'reader'))
$$;

-- A cell that no spreadsheet runs, quoted where it must be.
create function app.csv_cell(words text) returns text
  language sql immutable parallel safe
  return (select case when w ~ '[",\r\n]' then '"' || replace(w, '"', '""') || '"' else w end
    from (select case when words ~ '^''*[=+\-@\t\r＝＋－＠]' then '''' || words else words end as w) guarded);

-- The same as a file: the bytes that the list's digest is of. In the order of code points, which no language or version changes.
create function app.signers_csv(which uuid, its_edition int) returns text
  language sql stable security definer set search_path = public, app as $$
  select E'\ufefforganisation,country\r\n' || coalesce(string_agg(app.csv_cell(p.name) || ',' || p.country || E'\r\n', '' order by p.name collate "C",
    p.country collate "C"), '') || (select case when count(*) > 0 then E'not named: ' || count(*) || E',\r\n' else '' end from signature g
      where g.statement_id = which and g.edition = its_edition and g.state = 'accepted' and not g.named)
  from signature g join signer p on p.signature_id = g.id
  where g.statement_id = which and g.edition = its_edition and g.state = 'accepted' and g.named
$$;
revoke execute on function app.signers_csv(uuid, int) from public;

create function app.public_signers_csv(its_slug text) returns text
  language sql stable security definer set search_path = public, app
  as 'select app.signers_csv(s.id, s.edition) from statement s where s.slug = its_slug and (s.state in (''open'', ''closed'') or
      app.can(s.organisation_id, ''reader''))';

create function app.keep_list(which uuid) returns void
  language plpgsql security definer set search_path = public, app as $$
declare
  s statement;
  csv text;
begin
  select * into s from statement where id = which;
  csv := app.signers_csv(s.id, s.edition);
  insert into statement_list as l (statement_id, sha256, organisation_id, edition, content)
    values (s.id, encode(sha256(convert_to(csv, 'utf8')), 'hex'), s.organisation_id, s.edition, csv)
    on conflict (statement_id, sha256) do update set content = excluded.content;
  update statement set list_sha256 = encode(sha256(convert_to(csv, 'utf8')), 'hex'), listed_at = now(), version = version + 1,
    list_named = (select count(*) from signature where statement_id = s.id and edition = s.edition and state = 'accepted' and named),
    list_unnamed = (select count(*) from signature where statement_id = s.id and edition = s.edition and state = 'accepted' and not named)
    where id = s.id;
end $$;
revoke execute on function app.keep_list(uuid) from public;

-- Closes it and freezes the list: at its time by anybody (that the time is over is no one's decision), before by an editor. Gives whether
-- it was closed now.
create function app.close_statement(which uuid) returns boolean
  language plpgsql security definer set search_path = public, app as $$
begin
  perform app.take_turn();
  update statement set state = 'closed', closed_at = now(), version = version + 1
    where id = which and state = 'open' and (closes_at <= now() or app.can(organisation_id, 'editor'));
  if not found then
    return false;
  end if;
  perform app.keep_list(which);
  return true;
end $$;

-- Freezes the list again, when it changed after the close. Gives whether it was done.
create function app.freeze_list(which uuid) returns boolean
  language plpgsql security definer set search_path = public, app as $$
begin
  perform app.take_turn();
  if not exists (select from statement where id = which and state = 'closed' and app.can(organisation_id, 'editor')) then
    return false;
  end if;
  perform app.keep_list(which);
  return true;
end $$;

-- How many wait for the link in their mail.
create function app.unconfirmed_signatures(which uuid) returns int
  language sql stable security definer set search_path = public, app
  as 'select count(*)::int from sign_request r where r.statement_id = which and r.signature_id is null and r.expires_at > now()
      and app.can(r.organisation_id, ''reader'')';

-- What everybody sees of a statement changes only with this (app/platform/kept-pages.ts). Null for one that the public does not see.
create function app.statement_state(its_slug text) returns text
  language sql stable security definer set search_path = public, app as $$
  select concat_ws(' ', s.id, s.version, o.name, s.opens_at <= now() and s.closes_at > now(),
    (select max(h.id) from history h where h.relation = 'signature' and h.organisation_id = s.organisation_id
      and coalesce(h.after, h.before) ->> 'statement_id' = s.id::text))
  from statement s join organisation o on o.id = s.organisation_id
  where s.slug = its_slug and s.state <> 'draft'
$$;
