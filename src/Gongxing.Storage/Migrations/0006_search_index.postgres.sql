create table search_part (
    organisation id_text not null,
    subject      id_text not null,
    number       bigint not null,
    tokens       tsvector not null,
    primary key (organisation, subject, number),
    foreign key (organisation, subject) references search_text (organisation, subject)
);

create index search_part_tokens on search_part using gin (tokens);
