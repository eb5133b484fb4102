-- A structure goes only with its material, and is never changed.
create trigger material_structure_stays before update on material_structure
begin
    select raise(abort, 'material_structure is added to, never changed');
end;
