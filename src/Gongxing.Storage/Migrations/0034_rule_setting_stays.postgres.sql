create trigger rule_setting_stays before update or delete on rule_setting
    for each row execute function refuse_change();
