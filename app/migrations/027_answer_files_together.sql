-- Files of one answer and of one round have a limit together; a file that arrives is not removed before its row is kept; who asks to be
-- forgotten is forgotten in every round.

-- How much a link's files take already, without those that are about to be replaced. No row: her link takes no answers (any more).
create function app.answer_files_of(token text, replaced text[]) returns table (files int, bytes bigint, in_round bigint)
  language sql stable security definer set search_path = public, app as $$
  select count(f.sha256)::int, coalesce(sum(f.bytes), 0)::bigint,
    (select coalesce(sum(g.bytes), 0)::bigint from answer_file b join respondent s on s.id = b.respondent_id join file g on g.sha256 = b.file_sha256
     where s.round_id = r.round_id and not (b.respondent_id = r.id and b.file_sha256 = any (replaced)))
  from app.respondent_of(token) r join round n on n.id = r.round_id
    left join answer_file a on a.respondent_id = r.id and not a.file_sha256 = any (replaced)
    left join file f on f.sha256 = a.file_sha256
  where r.sent_at is null and n.closed_at is null and n.closes_at > now()
  group by r.id, r.round_id
$$;

-- A file that she gave. Gives 'kept', 'closed' (her link takes no answers), 'too-many', 'answer-full' or 'round-full'. Until the transaction
-- ends no file is removed from the store (app/platform/files/forget.ts), so that whoever asks knows whether it is still there.
drop function app.keep_answer_file(text, text, text, bigint, text);
create function app.keep_answer_file(token text, digest text, media text, size bigint, name text, replaced text[], most_files int,
    most_of_answer bigint, most_of_round bigint) returns text
  language plpgsql security definer set search_path = public, app as $$
declare
  r respondent;
  taken record;
begin
  select * into r from app.respondent_of(token);
  if r.id is null then
    return 'closed';
  end if;
  -- Two files of one round are counted one after the other.
  perform from round n where n.id = r.round_id for no key update;
  perform pg_advisory_xact_lock_shared(1325, 2);
  -- The same file sent again, since the reply was lost, counts once.
  select * into taken from app.answer_files_of(token, replaced || digest);
  if not found then
    return 'closed';
  elsif taken.files >= most_files then
    return 'too-many';
  elsif taken.bytes + size > most_of_answer then
    return 'answer-full';
  elsif taken.in_round + size > most_of_round then
    return 'round-full';
  end if;
  insert into file (sha256, media_type, bytes) values (digest, media, size) on conflict do nothing;
  insert into answer_file (respondent_id, organisation_id, file_sha256, file_name) values (r.id, r.organisation_id, digest, name)
    on conflict do nothing;
  return 'kept';
end $$;
drop function app.takes_answer_file(text);

-- The same person, in every round of her organisation: by her mail address, and by the rounds in which she was asked again. It speaks of
-- what the asker may see.
create index respondent_address on respondent (organisation_id, lower(btrim(email)));
create function app.same_respondents(which uuid) returns setof uuid
  language sql stable set search_path = public, app as $$
  with recursive same as (
    select id, organisation_id, email, earlier_id from respondent where id = which and removed_at is null
    union
    select o.id, o.organisation_id, o.email, o.earlier_id
    from same s join respondent o on o.organisation_id = s.organisation_id and o.removed_at is null
      and (lower(btrim(o.email)) = lower(btrim(s.email)) or o.id = s.earlier_id or o.earlier_id = s.id)
  )
  select id from same
$$;

-- As before, in every round at once. Gives in how many.
drop function app.forget_respondent(uuid);
create function app.forget_respondent(which uuid) returns int
  language plpgsql security definer set search_path = public, app as $$
declare
  forgotten uuid[];
begin
  perform app.take_turn();
  if not exists (select from respondent where id = which and app.can(organisation_id, 'editor')) then
    return 0;
  end if;
  select coalesce(array_agg(id), '{}') into forgotten from app.same_respondents(which) as id;
  update respondent set name = '–', email = null, mail_failed_at = null, mail_failure = null,
    token_sha256 = sha256(gen_random_uuid()::text::bytea), removed_at = now()
    where id = any (forgotten);
  delete from answer_file where respondent_id = any (forgotten);
  delete from response where respondent_id = any (forgotten);
  return cardinality(forgotten);
end $$;
