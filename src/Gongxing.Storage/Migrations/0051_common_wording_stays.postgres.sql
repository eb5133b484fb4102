create trigger common_wording_stays before update or delete on common_wording
    for each row execute function refuse_change();
