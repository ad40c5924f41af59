insert into notes (id, gathering_id, topic_id, series_id, text, updated_by, updated_at, version)
values ({14}, {9}, null, {8}, 'We *met*.', {3}, 1, 1), ({15}, null, {11}, {8}, 'Portfolios', {4}, 1, 1);
insert into resources (id, gathering_id, topic_id, series_id, title, address, file_id, small_id, name, media, length, width, height,
                       position, added_by, added_at, removed_at, version)
values ({16}, {9}, null, {8}, 'A guide', 'https://guide.example', null, null, null, null, null, null, null, 1, {3}, 1, null, 1),
       ({17}, null, {11}, {8}, 'The wall', null, {12}, {13}, 'wall.jpg', 'image/jpeg', 6, 4, 3, 1, {4}, 1, 2, 1);
insert into mailings (gathering_id, person_id, digest, sent_at) values ({9}, {4}, '00', 1);
insert into treats (id, gathering_id, series_id, title, wanted, added_by, added_at, removed_at, version) values ({18}, {9}, {8}, 'Cookies', 2, {3}, 1, null, 1);
insert into treat_claims (treat_id, person_id, many, claimed_at) values ({18}, {4}, 1, 1);
