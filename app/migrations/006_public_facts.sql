-- What stands before the public is an editor's to change: its facts as well as its rows.
alter policy changed on instrument
  using (app.can(organisation_id, case when published_at is null then 'contributor' else 'editor' end));
