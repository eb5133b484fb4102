-- The history: one row an act, added to and never changed. Everything else about the ledger follows from it.
-- The primary key is also what stops two people acting on the same state: both would write the same number.
create table ledger_entry (
    organisation id_text not null references organisation (id),
    item         id_text not null,
    number       bigint not null,
    sequence     bigint not null,
    act          text not null,
    actor        id_text not null,
    actor_name   text not null,
    at           time_text not null,
    note         text not null,
    form         id_text not null,
    detail       text not null,
    previous     id_text not null,
    hash         id_text not null,
    primary key (organisation, item, number)
);

create unique index ledger_entry_sequence on ledger_entry (organisation, sequence);

-- A form is acted on once, however often it is sent.
create unique index ledger_entry_form on ledger_entry (organisation, form) where form <> '';

-- The end of the chain of an organisation, changed with every entry in the same transaction.
create table ledger_head (
    organisation id_text not null primary key references organisation (id),
    sequence     bigint not null,
    hash         id_text not null
);

-- The last serial number given out in a year; 7 stands for 2023-0007.
create table ledger_serial (
    organisation id_text not null references organisation (id),
    year         bigint not null,
    serial       bigint not null,
    primary key (organisation, year)
);

-- Where each item stands, for lists. Written with every entry, and can be written anew from the entries at any time.
-- An item without a date has due 9999-12-31, so that both databases put it last.
create table ledger_item (
    organisation   id_text not null references organisation (id),
    id             id_text not null,
    year           bigint not null,
    serial         bigint not null,
    title          text not null,
    aspect         text not null,
    state          text not null,
    is_open        bigint not null,
    level          text not null,
    office         id_text not null,
    office_name    text not null,
    owner          id_text,
    owner_name     text not null,
    lead           id_text,
    lead_name      text not null,
    verifier       id_text,
    verifier_name  text not null,
    due            time_text not null,
    measures       bigint not null,
    verified       bigint not null,
    to_verify      bigint not null,
    extensions     bigint not null,
    reopenings     bigint not null,
    is_accepted    bigint not null,
    requested_by   id_text,
    extension_by   id_text,
    void_by        id_text,
    pending        bigint not null,
    proposed_at    time_text not null,
    progressed_at  time_text not null,
    changed_at     time_text not null,
    entries        bigint not null,
    material       id_text,
    source_start   bigint not null,
    source_length  bigint not null,
    primary key (organisation, id),
    foreign key (organisation, material) references material (organisation, id)
);

create unique index ledger_item_number on ledger_item (organisation, year, serial);

-- A page of a list comes out of one of these alone, filtered and in order; only the rows shown are then looked up.
create index ledger_item_by_number on ledger_item
    (organisation, year, serial, is_open, state, office, owner, due, aspect, id);
create index ledger_item_due on ledger_item
    (organisation, due, year, serial, is_open, state, office, owner, aspect, id);
create index ledger_item_open on ledger_item
    (organisation, is_open, due, year, serial, state, office, owner, aspect, progressed_at, id);
create index ledger_item_office on ledger_item
    (organisation, office, due, year, serial, is_open, state, owner, aspect, id);
create index ledger_item_owner on ledger_item
    (organisation, owner, due, year, serial, is_open, state, office, aspect, id);
create index ledger_item_to_verify on ledger_item (organisation, due, year, serial, id) where to_verify > 0;
create index ledger_item_requested on ledger_item (organisation, due, year, serial, id) where requested_by is not null;
create index ledger_item_pending on ledger_item (organisation, due, year, serial, id) where pending > 0;
create index ledger_item_material on ledger_item (organisation, material);

-- Who has or had a part in an item: part is a set of flags, see Part.
create table ledger_part (
    organisation id_text not null,
    item         id_text not null,
    person       id_text not null,
    part         bigint not null,
    primary key (organisation, item, person),
    foreign key (organisation, item) references ledger_item (organisation, id)
);

create index ledger_part_person on ledger_part (organisation, person, item, part);
