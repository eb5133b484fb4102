-- A structure goes only with its material, and is never changed.
create trigger material_structure_stays before update on material_structure
    for each row execute function refuse_change();
