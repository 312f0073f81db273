-- What people decided, as format 0003 wrote it, beside the store of 0001.sql.
INSERT INTO edit (document, at, field, old, new) VALUES
    ('a.txt', '2026-01-02T03:04:05+00:00', 'published', NULL, '2024-03-05');
INSERT INTO edit (document, at, field, old, new) VALUES
    ('b.txt', NULL, 'published', NULL, '2023');
INSERT INTO edit (document, at, field, old, new) VALUES
    ('a.txt', '2026-01-03T03:04:05+00:00', 'published', '2024-03-05', '2024-03-06');
UPDATE state SET version = 3;
