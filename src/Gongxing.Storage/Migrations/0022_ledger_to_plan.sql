-- What waits for a clerk mostly has no date yet, so it stands at the far end of every list by date.
create index ledger_item_to_plan on ledger_item (organisation, is_open, due, year, serial, state, office, id)
    where state in ('Proposed', 'Confirmed');
