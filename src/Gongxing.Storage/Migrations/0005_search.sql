-- What can be searched: one row a material or ledger item. Ids are unique over the kinds, and sort by age.
create table search_text (
    organisation id_text not null references organisation (id),
    subject      id_text not null,
    kind         text not null,
    title        text not null,

    -- As written, for the excerpt; null where another table has it.
    body         text,

    -- Title and body made equal where writers differ without meaning to, for words of one character.
    folded       text not null,
    primary key (organisation, subject)
);
