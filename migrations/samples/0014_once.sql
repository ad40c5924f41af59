insert into once (id, request, person_id, path, digest, at, status, answer) values ({14}, {15}, {4}, 'POST /gatherings', {bytes}, 1, 303, '{"location":"/","flash":null,"json":null}');
