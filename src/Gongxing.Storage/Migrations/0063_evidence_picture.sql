-- Pictures that stand in a document are kept too, and what they look like is told in another way: all files are read again, which
-- the site does by itself.
drop table evidence_content;

-- What was read of a file that was handed in as evidence: once for each file, however often it is handed in. Text is null for a
-- picture and for what could not be read. Reason is empty, or says why not all could be.
create table evidence_content (
    organisation id_text not null references organisation (id),
    sha256       id_text not null,
    text         text,
    reason       text not null,
    primary key (organisation, sha256)
);

-- What the pictures of a file look like (see PictureHash): number 0 is the file itself, 1 and on those of a document.
create table evidence_picture (
    organisation id_text not null,
    sha256       id_text not null,
    number       bigint not null,
    hash         bigint not null,
    primary key (organisation, sha256, number),
    foreign key (organisation, sha256) references evidence_content (organisation, sha256)
);

create index evidence_picture_hash on evidence_picture (organisation, hash);
