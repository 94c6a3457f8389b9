-- How an organisation that was not asked reaches those who collect: where no mail is sent, nobody else can sign. Told to everybody.
alter table statement add column contact text not null default '' check (length(contact) <= 300);
-- By whose rules its text is checked: a procedure of the library; null: by what holds for every body.
alter table statement add column procedure text check (length(procedure) between 1 and 60);
grant update (contact, procedure) on statement to open1325_app;
