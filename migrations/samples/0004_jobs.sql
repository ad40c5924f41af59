insert into jobs (id, kind, payload, once, run_at, attempts, created_at) values ({7}, 'mail', '{}', null, 1, 0, 1);
