create trigger security_entry_stays_updated before update on security_entry
begin
    select raise(abort, 'security_entry is added to, never changed');
end;

create trigger security_entry_stays_deleted before delete on security_entry
begin
    select raise(abort, 'security_entry is added to, never changed');
end;
