create trigger ledger_entry_stays_updated before update on ledger_entry
begin
    select raise(abort, 'ledger_entry is added to, never changed');
end;

create trigger ledger_entry_stays_deleted before delete on ledger_entry
begin
    select raise(abort, 'ledger_entry is added to, never changed');
end;

-- An insert that replaces a row removes it without asking the trigger above.
create trigger ledger_entry_stays_not_replaced before insert on ledger_entry
when exists (
    select 1 from ledger_entry e
    where e.organisation = new.organisation
    and ((e.item = new.item and e.number = new.number) or e.sequence = new.sequence))
begin
    select raise(abort, 'ledger_entry is added to, never changed');
end;
