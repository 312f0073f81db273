-- A store as format 0001 wrote it: one article, its expression, mention and event.
INSERT INTO article VALUES
    (1, 1, 'a.txt', 'In March 2024, Norland fell.', 'Norland fell', NULL, NULL, 'en', NULL, NULL, '[[0, 28]]', '[]', '[]');
INSERT INTO expression VALUES
    (1, 1, 0, 3, 13, 0, 13, 'March 2024', '{"op": "Absolute", "fields": {"op": "Fields", "year": 2024, "month": 3}}', 'month', 'past', '[]');
INSERT INTO mention VALUES
    (1, 1, 1, 0, 'a.txt:3-13:23-27', 0, 28, 'In March 2024, Norland fell.', 'Norland fell', 'happened', 'conflict', '["Norland"]', '[]', NULL, 'fall', 23, 27, 0.5);
INSERT INTO publication VALUES
    (1, 0, 738946, 738946, false, false, 'within', false, NULL, 'stated', 'stated', '["stated"]');
INSERT INTO event VALUES
    (1, 0, 'abc', 'Norland fell', 738946, 738946, false, false, 'within', false, NULL, 'stated', 'happened', 'conflict', 0.5);
INSERT INTO event_name VALUES
    (1, 'actor', 0, 'Norland');
INSERT INTO telling VALUES
    (1, 0, 1, 738946, 738946, false, false, 'within', false, NULL, 'stated', 'DATE', '2024-03', NULL, '[]');
