insert into newcomer_links (id, secret, made_by, answers, created_at, expires_at, revoked_at)
values ({51}, {bytes}, {3}, 1, 1, 2, null);
insert into newcomers (id, person_id, key, link_id, name, email, schools, area, changes, days, teaches, levels, interests,
                       hopes, tells, answered_at, updated_at, expires_at, wanted_at, introduced_at, buddy_id, buddy_at,
                       asked_at, helped, missing, said_at)
values ({52}, {4}, null, {51}, '', '', '', 'near the lake', true, 'wed', 'Grade 6 science', 'middle', 'digital portfolios',
        'learn meet', 'teaches', 1, 1, null, null, 1, {3}, 1, 2, 'yes', 'Nothing at all', 3),
       ({53}, null, {bytes}, {51}, 'Ivy Sample', 'ivy@sample.example', '', '', false, '', '', '', 'robots', '', '', 1, 1, 9,
        2, null, null, null, null, null, '', null);
insert into newcomer_circles (newcomer_id, place, kind, circle_id, gathering_id, host_id, reasons, told_at, greeted_at)
values ({52}, 1, 'series', {8}, {9}, {3}, '[]', 1, null);
insert into buddy_offers (person_id, offered_at) values ({3}, 1);
