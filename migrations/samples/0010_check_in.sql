insert into check_in_keys (gathering_id, secret, shown_at) values ({9}, {bytes}, 1);
insert into guest_check_ins (gathering_id, once, guests, at) values ({9}, {14}, 2, 1);
