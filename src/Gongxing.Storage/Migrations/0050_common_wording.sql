-- Words that any statement may have, as the organisation sees it. Added to; the newest entry about a wording is in force.
create table common_wording (
    organisation id_text not null references organisation (id),

    -- Fingerprint of the words.
    wording      text not null,
    number       bigint not null,
    act          text not null,
    words        text not null,
    reason       text not null,
    actor        id_text not null,
    at           time_text not null,
    primary key (organisation, wording, number),
    foreign key (organisation, actor) references person (organisation, id)
);
