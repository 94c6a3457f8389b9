-- Chasing answers: a letter that did not reach its respondent, and the governments that kept silent.

-- When, and why: 'refused' by the server that it was for, 'not-sent' after several tries, 'returned' as somebody who works on it saw.
alter table respondent add mail_failed_at timestamptz;
alter table respondent add mail_failure text check (mail_failure in ('refused', 'not-sent', 'returned'));
alter table respondent add check ((mail_failed_at is null) = (mail_failure is null));
grant select (mail_failed_at, mail_failure), update (voice, country, mail_failed_at, mail_failure) on respondent to open1325_app;

-- What everybody may know of a published round once it is over: the governments that were asked and sent nothing. Nobody else is named:
-- for a group or a person, silence may be what keeps her safe.
create function app.silent_governments(which uuid) returns table (name text, country text)
  language sql stable security definer set search_path = public, app as $$
  select r.name, r.country
  from round n join respondent r on r.round_id = n.id
  where n.id = which and n.published_at is not null and (n.closed_at is not null or n.closes_at <= now())
    and r.kind = 'government' and r.sent_at is null and r.removed_at is null
  order by r.name, r.id
$$;
