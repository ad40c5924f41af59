-- Whether somebody is invited because they are in a network: it goes when they leave it. What a host gave by name stays.
alter table series_invited add column with_network boolean not null default false;
alter table gathering_invited add column with_network boolean not null default false;

-- So far nobody knows which is which. Members stay invited as members.
update series_invited set with_network = true
where exists (select 1 from network_series link
              join network_members member on member.network_id = link.network_id and member.left_at is null
              where link.series_id = series_invited.series_id and member.person_id = series_invited.person_id);

update gathering_invited set with_network = true
where exists (select 1 from network_gatherings link
              join network_members member on member.network_id = link.network_id and member.left_at is null
              where link.gathering_id = gathering_invited.gathering_id and member.person_id = gathering_invited.person_id);
