-- Who leaves the district is in no network meanwhile: their place is kept, and given back should they return.
alter table network_members add column away boolean not null default false;
-- Which ties are drawn depends on who looks: lines are kept by their ends. The pictures are drawn anew.
delete from tie_pictures;
-- A circle that a host was told of stays theirs to greet, though the newcomer has looked again since and was named others.
alter table newcomer_circles add column former boolean not null default false;
