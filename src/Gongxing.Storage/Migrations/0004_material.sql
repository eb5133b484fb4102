create table material (
    organisation id_text not null references organisation (id),
    id           id_text not null,
    office       id_text not null,
    uploader     id_text not null,
    subject      id_text,
    file_name    text not null,
    sha256       id_text not null,
    size         bigint not null,
    media_type   text not null,
    uploaded_at  time_text not null,
    series       id_text not null,
    draft        bigint not null,
    state        text not null,
    reason       text,
    title        text,
    lease_until  time_text,
    attempts     bigint not null,

    -- Of the newest structure, so that a list need not unpack it.
    characters   bigint not null,
    findings     bigint not null,
    causes       bigint not null,
    measures     bigint not null,
    primary key (organisation, id),
    foreign key (organisation, office) references office (organisation, id),
    foreign key (organisation, uploader) references person (organisation, id),
    foreign key (organisation, subject) references person (organisation, id),
    foreign key (organisation, series) references material (organisation, id)
);

create unique index material_draft on material (organisation, series, draft);
create index material_state on material (organisation, state, id);
create index material_office on material (organisation, office, id);
create index material_uploader on material (organisation, uploader, id);
create index material_subject on material (organisation, subject, id);

-- The text as read, as compressed JSON: what was typed may hold anything, and is only ever read as a whole.
create table material_document (
    organisation id_text not null,
    material     id_text not null,
    content      bytea not null,
    primary key (organisation, material),
    foreign key (organisation, material) references material (organisation, id)
);

-- Added to, never changed; the newest is in force. The key turns away the second of two corrections of one revision.
create table material_structure (
    organisation id_text not null,
    material     id_text not null,
    number       bigint not null,
    content      bytea not null,
    actor        id_text,
    at           time_text not null,
    change       text not null,
    primary key (organisation, material, number),
    foreign key (organisation, material) references material (organisation, id)
);
