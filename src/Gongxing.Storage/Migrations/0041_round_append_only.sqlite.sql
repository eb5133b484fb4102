create trigger round_entry_stays_updated before update on round_entry
begin
    select raise(abort, 'round_entry is added to, never changed');
end;

create trigger round_entry_stays_deleted before delete on round_entry
begin
    select raise(abort, 'round_entry is added to, never changed');
end;

-- An insert that replaces a row removes it without asking the trigger above.
create trigger round_entry_stays_not_replaced before insert on round_entry
when exists (
    select 1 from round_entry e
    where e.organisation = new.organisation and e.subject = new.subject and e.number = new.number)
begin
    select raise(abort, 'round_entry is added to, never changed');
end;
