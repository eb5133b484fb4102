create trigger common_wording_stays_updated before update on common_wording
begin
    select raise(abort, 'common_wording is added to, never changed');
end;

create trigger common_wording_stays_deleted before delete on common_wording
begin
    select raise(abort, 'common_wording is added to, never changed');
end;
