-- The index holds tokens only and no text; its rowid is the number of the part.
create table search_part (
    number       integer primary key,
    organisation id_text not null,
    subject      id_text not null,
    foreign key (organisation, subject) references search_text (organisation, subject)
);

create index search_part_subject on search_part (organisation, subject);

create virtual table search_index using fts5 (
    tokens,
    content = '',
    contentless_delete = 1,
    tokenize = 'unicode61'
);
