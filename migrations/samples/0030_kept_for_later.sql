update network_members set away = true where left_at is not null;
update newcomer_circles set former = true where told_at is not null;
