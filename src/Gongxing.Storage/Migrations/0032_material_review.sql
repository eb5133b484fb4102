-- Which remarks a review found, so that a list of materials can say how many questions are open without reviewing each anew.
-- It follows from the structure and the rules it names; where either has moved on, the material waits to be reviewed again.
create table material_review (
    organisation id_text not null,
    material     id_text not null,
    structure    bigint not null,
    rules        id_text not null,

    -- Null when the review could not run.
    fingerprints bytea,
    at           time_text not null,
    primary key (organisation, material),
    foreign key (organisation, material) references material (organisation, id)
);
