create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is added to, never changed', tg_table_name;
end $$;

create trigger security_entry_stays before update or delete on security_entry
    for each row execute function refuse_change();

create trigger security_entry_stays_whole before truncate on security_entry
    execute function refuse_change();
