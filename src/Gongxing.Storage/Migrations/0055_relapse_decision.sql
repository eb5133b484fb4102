-- What somebody said of a finding that seems to say an earlier one again. Added to; the newest about two findings is in force.
-- The key turns away the second of two decisions about what both saw. The earlier finding may be gone with its material, and
-- rows of ledger_item can be written anew: neither is referred to by a key.
create table relapse_decision (
    organisation  id_text not null,
    material      id_text not null,
    number        bigint not null,
    now_start     bigint not null,
    now_length    bigint not null,
    then_material id_text,
    then_start    bigint not null,
    then_length   bigint not null,
    item          id_text,
    act           text not null,
    reason        text not null,
    actor         id_text not null,
    at            time_text not null,
    primary key (organisation, material, number),
    foreign key (organisation, material) references material (organisation, id),
    foreign key (organisation, actor) references person (organisation, id)
);

create index relapse_decision_then on relapse_decision (organisation, then_material);
create index relapse_decision_item on relapse_decision (organisation, item);
