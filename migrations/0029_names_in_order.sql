-- Names that begin alike are put in order by the database: what a document without a time is sorted by among them, the
-- folded name. The program's index of words is of another version now, so that every document is put anew with it.
alter table search_documents add column sorted text not null default '';

-- Lists by name are of those who have not left: they are read and counted along an index of those alone.
drop index people_sought;
create index people_here on people (sought, id) where left_at is null;
