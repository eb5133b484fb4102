-- What the organisation has made of a review rule, or a person for themself. Added to; the newest of a rule is in force.
create table rule_setting (
    organisation id_text not null references organisation (id),

    -- The person it is for; empty for the whole organisation.
    owner        id_text not null,
    rule         id_text not null,
    number       bigint not null,
    act          text not null,
    level        text,
    reason       text not null,
    actor        id_text not null,
    at           time_text not null,
    primary key (organisation, owner, rule, number),
    foreign key (organisation, actor) references person (organisation, id)
);
