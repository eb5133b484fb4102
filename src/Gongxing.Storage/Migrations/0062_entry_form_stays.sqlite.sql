-- The form is a key as well: an insert that replaces by it would remove the entry that was acted on.
create trigger ledger_entry_form_stays before insert on ledger_entry
when new.form <> '' and exists (
    select 1 from ledger_entry e where e.organisation = new.organisation and e.form = new.form)
begin
    select raise(abort, 'ledger_entry is added to, never changed');
end;

create trigger round_entry_form_stays before insert on round_entry
when new.form <> '' and exists (
    select 1 from round_entry e where e.organisation = new.organisation and e.form = new.form)
begin
    select raise(abort, 'round_entry is added to, never changed');
end;
