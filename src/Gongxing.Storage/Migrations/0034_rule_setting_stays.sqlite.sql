create trigger rule_setting_stays_updated before update on rule_setting
begin
    select raise(abort, 'rule_setting is added to, never changed');
end;

create trigger rule_setting_stays_deleted before delete on rule_setting
begin
    select raise(abort, 'rule_setting is added to, never changed');
end;
