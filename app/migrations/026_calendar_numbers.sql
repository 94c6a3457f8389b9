-- Calendars that subscribe to ours take an event's change only where its SEQUENCE (RFC 5545) has grown. A correction of a session that is hidden
-- or given back leaves what stood there before: the number has to grow all the same. So it comes from the time of the last change that
-- somebody could see, and that stays known when the row is seen no more.

-- When what everybody sees of it changed last; null: it was never public.
alter table body_session add column told_at timestamptz;
alter table body_session disable trigger history;
update body_session set told_at = changed_at where visibility = 'public';
alter table body_session enable trigger history;

create function app.tell_of_session() returns trigger
  language plpgsql set search_path = public, app as $$
begin
  new.told_at := case when tg_op = 'UPDATE' then old.told_at end;
  if new.visibility = 'public' or (tg_op = 'UPDATE' and old.visibility = 'public') then
    new.told_at := greatest(now(), new.told_at);
  end if;
  return new;
end $$;
create trigger tell before insert or update on body_session for each row execute function app.tell_of_session();

-- Of each session that was ever entered or corrected, the last change that the asker could see: public ones, those of her organisations, and
-- the days on which she came and left. Security definer: it must count what is seen no more.
create function app.sessions_told() returns table (session text, told_at timestamptz)
  language sql stable security definer set search_path = public, app as $$
  select coalesce(s.corrects, s.id::text), max(greatest(s.told_at, m.since, m.until, case when m.until is null and m.user_id is not null then s.changed_at end))
  from body_session s left join membership m on m.organisation_id = s.organisation_id and m.user_id = app.asker()
  where s.told_at is not null or m.user_id is not null
  group by 1
$$;
