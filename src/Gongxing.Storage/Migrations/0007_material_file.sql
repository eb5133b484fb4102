-- Whether a file was uploaded before, and whether a stored file is named at all.
create index material_file on material (sha256, organisation, id);
