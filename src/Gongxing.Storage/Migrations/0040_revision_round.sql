-- The histories of revision rounds and of the statements in them: one row an act, added to and never changed.
-- The primary key is also what stops two people acting on the same state: both would write the same number.
create table round_entry (
    organisation id_text not null references organisation (id),
    subject      id_text not null,
    number       bigint not null,
    act          text not null,
    actor        id_text not null,
    actor_name   text not null,
    at           time_text not null,
    note         text not null,
    form         id_text not null,
    detail       text not null,
    primary key (organisation, subject, number)
);

-- A form is acted on once, however often it is sent.
create unique index round_entry_form on round_entry (organisation, form) where form <> '';

-- Where each round and each statement in it stands, for lists. Written with every entry from the history.
create table revision_round (
    organisation id_text not null references organisation (id),
    id           id_text not null,
    title        text not null,
    year         bigint not null,
    template     text not null,
    office       id_text not null,
    office_name  text not null,
    due          time_text not null,
    is_open      bigint not null,
    entries      bigint not null,
    primary key (organisation, id)
);

create index revision_round_office on revision_round (organisation, office, id);

create table submission (
    organisation id_text not null,
    id           id_text not null,
    round        id_text not null,
    series       id_text not null,
    material     id_text not null,
    draft        bigint not null,
    office       id_text not null,
    office_name  text not null,
    subject      id_text,
    subject_name text not null,
    state        text not null,
    is_in        bigint not null,
    due          time_text,
    comments     bigint not null,
    open         bigint not null,
    entries      bigint not null,
    primary key (organisation, id),
    foreign key (organisation, round) references revision_round (organisation, id),
    foreign key (organisation, series) references material (organisation, id),
    foreign key (organisation, material) references material (organisation, id)
);

-- A statement stands in a round once.
create unique index submission_series on submission (organisation, round, series) where is_in = 1;
create index submission_of_series on submission (organisation, series);
create index submission_office on submission (organisation, office, state);
create index submission_subject on submission (organisation, subject, state);

-- Every draft that was sent for review, by whoever uploaded it.
create table submission_draft (
    organisation id_text not null,
    submission   id_text not null,
    material     id_text not null,
    uploader     id_text not null,
    primary key (organisation, submission, material),
    foreign key (organisation, submission) references submission (organisation, id),
    foreign key (organisation, material) references material (organisation, id)
);

create index submission_draft_material on submission_draft (organisation, material);
create index submission_draft_uploader on submission_draft (organisation, uploader);

-- Who is assigned now; the outcome is that for the present draft, or empty.
create table submission_reviewer (
    organisation id_text not null,
    submission   id_text not null,
    person       id_text not null,
    person_name  text not null,
    outcome      text not null,
    primary key (organisation, submission, person),
    foreign key (organisation, submission) references submission (organisation, id)
);

create index submission_reviewer_person on submission_reviewer (organisation, person);
