create trigger round_entry_stays before update or delete on round_entry
    for each row execute function refuse_change();

create trigger round_entry_stays_whole before truncate on round_entry
    execute function refuse_change();
