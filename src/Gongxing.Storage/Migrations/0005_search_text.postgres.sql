create sequence search_text_number;

-- What can be searched: one row a material or ledger item. The index knows a text by its number only.
create table search_text (
    organisation id_text not null references organisation (id),
    number       bigint not null default nextval('search_text_number'),
    subject      id_text not null,
    kind         text not null,
    title        text not null,

    -- As written, for the excerpt; null where another table has it.
    body         text,

    -- Title and body made equal where writers differ without meaning to, for words of one character.
    folded       text not null,
    primary key (organisation, number)
);

create unique index search_text_subject on search_text (organisation, subject);

create table search_part (
    organisation id_text not null,
    number       bigint not null,
    part         bigint not null,
    tokens       tsvector not null,
    primary key (organisation, number, part),
    foreign key (organisation, number) references search_text (organisation, number)
);

create index search_part_tokens on search_part using gin (tokens);
