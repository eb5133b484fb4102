-- A decision goes only with its material, and is never changed.
create trigger remark_decision_stays before update on remark_decision
begin
    select raise(abort, 'remark_decision is added to, never changed');
end;
