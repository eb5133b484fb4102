-- A decision goes only with its material, and is never changed.
create trigger relapse_decision_stays before update on relapse_decision
begin
    select raise(abort, 'relapse_decision is added to, never changed');
end;
