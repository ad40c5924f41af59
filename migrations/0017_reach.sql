-- What pages of a province need to find their rows without reading all of them. The indexes on a series alone
-- are replaced by ones that hold what is counted by gathering, so that the counts read no rows.
create index gatherings_order on gatherings (starts_at, id);
drop index gatherings_starts;
create index gatherings_school on gatherings (school_id, starts_at, id);
create index series_last on series (last_date, id);
create index answers_counted on answers (series_id, gathering_id, answer);
drop index answers_series;
create index attendances_counted on attendances (series_id, gathering_id, state);
drop index attendances_series;
create index topics_proposed on topics (gathering_id) where state = 'proposed';
create index people_at on people (school_id, left_at);
drop index people_school;
