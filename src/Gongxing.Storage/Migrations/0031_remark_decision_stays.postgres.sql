-- A decision goes only with its material, and is never changed.
create trigger remark_decision_stays before update on remark_decision
    for each row execute function refuse_change();
