-- The first column of every primary key is the organisation: no query crosses it, and it can be moved as a whole.

create table organisation (
    id       id_text not null primary key,
    name     text not null,
    settings text not null,
    made_at  time_text not null
);

-- One row at most: whoever founds the first organisation writes it, and a second one in the same moment is turned away.
create table founding (
    only_one     bigint not null primary key check (only_one = 1),
    organisation id_text not null references organisation (id)
);

-- Raised by every write in the organisation; see Database.VersionAsync.
create table data_version (
    organisation id_text not null primary key references organisation (id),
    version      bigint not null
);

create table office (
    organisation id_text not null references organisation (id),
    id           id_text not null,
    name         text not null,
    parent       id_text,
    primary key (organisation, id),
    foreign key (organisation, parent) references office (organisation, id)
);

create table person (
    organisation         id_text not null references organisation (id),
    id                   id_text not null,
    sign_in_name         text not null,
    name                 text not null,
    office               id_text not null,
    post                 text not null,
    roles                bigint not null,
    is_active            bigint not null,
    password_hash        text not null,
    must_change_password bigint not null,
    totp_secret          bytea,
    totp_last_step       bigint not null,
    failures             bigint not null,
    last_failure         time_text,
    locked_until         time_text,
    last_sign_in         time_text,
    made_at              time_text not null,
    primary key (organisation, id),
    foreign key (organisation, office) references office (organisation, id)
);

-- As written when signing in: folded by the program, so that case and width make no second person.
create unique index person_sign_in_name on person (organisation, sign_in_name);
create index person_office on person (organisation, office);

-- Posts (职务) a person holds or held; until is the last day, or null.
create table post (
    organisation id_text not null,
    person       id_text not null,
    number       bigint not null,
    office       id_text not null,
    name         text not null,
    since        time_text not null,
    until        time_text,
    primary key (organisation, person, number),
    foreign key (organisation, person) references person (organisation, id),
    foreign key (organisation, office) references office (organisation, id)
);

-- A recovery code is good once, and gone when used.
create table recovery_code (
    organisation id_text not null,
    person       id_text not null,
    hash         id_text not null,
    primary key (organisation, person, hash),
    foreign key (organisation, person) references person (organisation, id)
);

-- The hash of the token, never the token. A row that is gone signs its holder out at once.
create table session (
    organisation id_text not null,
    hash         id_text not null,
    person       id_text not null,
    made_at      time_text not null,
    seen_at      time_text not null,
    ends_at      time_text not null,
    device       text not null,
    primary key (organisation, hash),
    foreign key (organisation, person) references person (organisation, id)
);

create index session_person on session (organisation, person, made_at);
create index session_ends_at on session (organisation, ends_at);

-- Who signed in, who failed to, who changed what about people. Added to, never changed.
create table security_entry (
    organisation id_text not null references organisation (id),
    number       bigint not null,
    at           time_text not null,
    actor        id_text,
    act          text not null,
    subject      id_text,
    detail       text not null,
    primary key (organisation, number)
);

create index security_entry_subject on security_entry (organisation, subject, number);
