-- What a stopped material was stopped for, as compressed JSON; of its text nothing is kept.
alter table material add column stops bytea;
