-- The file of a removed material, until it has gone too.
create table removed_file (
    organisation id_text not null references organisation (id),
    sha256       id_text not null,
    removed_at   time_text not null,
    primary key (organisation, sha256)
);
