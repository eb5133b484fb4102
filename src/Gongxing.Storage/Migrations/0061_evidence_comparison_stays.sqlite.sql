create trigger evidence_comparison_stays_updated before update on evidence_comparison
begin
    select raise(abort, 'evidence_comparison is added to, never changed');
end;

create trigger evidence_comparison_stays_deleted before delete on evidence_comparison
begin
    select raise(abort, 'evidence_comparison is added to, never changed');
end;
