-- A decision goes only with its material, and is never changed.
create trigger relapse_decision_stays before update on relapse_decision
    for each row execute function refuse_change();
