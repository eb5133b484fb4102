create trigger security_entry_stays_updated before update on security_entry
begin
    select raise(abort, 'security_entry is added to, never changed');
end;

create trigger security_entry_stays_deleted before delete on security_entry
begin
    select raise(abort, 'security_entry is added to, never changed');
end;

-- An insert that replaces a row removes it without asking the trigger above.
create trigger security_entry_stays_not_replaced before insert on security_entry
when exists (select 1 from security_entry e where e.organisation = new.organisation and e.number = new.number)
begin
    select raise(abort, 'security_entry is added to, never changed');
end;
