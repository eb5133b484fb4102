-- What was read of a file that was handed in as evidence: once for each file, however often it is handed in. Text is null for a
-- picture, picture (see PictureHash) for all else; both for what cannot be read, and reason says why.
create table evidence_content (
    organisation id_text not null references organisation (id),
    sha256       id_text not null,
    text         text,
    picture      bigint,
    reason       text not null,
    primary key (organisation, sha256)
);

create index evidence_content_picture on evidence_content (organisation, picture) where picture is not null;

-- Where a file was handed in. Follows from ledger_entry, and can be made again from it.
create table evidence_use (
    organisation id_text not null,
    item         id_text not null,
    number       bigint not null,
    sha256       id_text not null,
    size         bigint not null,
    media_type   text not null,
    primary key (organisation, item, number)
);

create index evidence_use_file on evidence_use (organisation, sha256);

-- How far the history was gone through for files.
create table evidence_seen (
    organisation id_text not null primary key references organisation (id),
    sequence     bigint not null
);

-- What a verifier found on holding evidence against other evidence that is like it. Added to, never changed.
create table evidence_comparison (
    organisation id_text not null,
    item         id_text not null,
    number       bigint not null,
    other_item   id_text not null,
    other_number bigint not null,
    reason       text not null,
    actor        id_text not null,
    at           time_text not null,
    primary key (organisation, item, number, other_item, other_number),
    foreign key (organisation, actor) references person (organisation, id)
);
