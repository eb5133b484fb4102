create trigger evidence_comparison_stays before update or delete on evidence_comparison
    for each row execute function refuse_change();
