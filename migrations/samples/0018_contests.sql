insert into contests (id, gathering_id, person_id, mark, claim, why, opened_at, outcome, decided_by, answer, decided_at)
values ({16}, {9}, {4}, 'absent', 'came', 'I sat at the back.', 1, 'corrected', {3}, '', 2);
