-- What was decided about a remark on a draft. Added to; the newest of a fingerprint is in force. The key turns away the second
-- of two decisions about what both saw. Remarks themselves are not kept: they follow from the text and the rules.
create table remark_decision (
    organisation id_text not null,
    material     id_text not null,
    fingerprint  id_text not null,
    number       bigint not null,
    rule         text not null,
    act          text not null,
    reason       text not null,
    actor        id_text not null,
    at           time_text not null,
    primary key (organisation, material, fingerprint, number),
    foreign key (organisation, material) references material (organisation, id),
    foreign key (organisation, actor) references person (organisation, id)
);
