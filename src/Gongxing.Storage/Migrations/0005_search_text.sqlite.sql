-- What can be searched: one row a material or ledger item. The index knows a text by its number only.
create table search_text (
    number       integer primary key,
    organisation id_text not null references organisation (id),
    subject      id_text not null,
    kind         text not null,
    title        text not null,

    -- As written, for the excerpt; null where another table has it.
    body         text,

    -- Title and body made equal where writers differ without meaning to, for words of one character.
    folded       text not null
);

create unique index search_text_subject on search_text (organisation, subject);

-- Newest first without sorting: a page is found without looking at every text that holds the word.
create index search_text_number on search_text (organisation, number);

-- Tokens only, no text. The rowid is the number of the text times 4096, plus that of the part: so the texts that hold
-- a word are known from the index alone.
create virtual table search_index using fts5 (
    tokens,
    content = '',
    contentless_delete = 1,
    tokenize = 'unicode61'
);
