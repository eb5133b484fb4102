create trigger ledger_entry_stays before update or delete on ledger_entry
    for each row execute function refuse_change();

create trigger ledger_entry_stays_whole before truncate on ledger_entry
    execute function refuse_change();
