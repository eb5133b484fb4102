-- 1 when the uploader stopped the reviewing of what waited: it waits no more until somebody says go on.
alter table material add column review_held bigint not null default 0;
