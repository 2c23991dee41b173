-- "Không áp dụng" is no answer any more where agencies that meet something are counted (shared/tally.ts): shares that hold
-- a yes or a no are made anew of their rows when they are next asked for.
DROP TRIGGER submission_tallies_frozen;

UPDATE submission_tallies SET share = NULL
WHERE share IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(submission_tallies.share) kept WHERE kept.type IN ('true', 'false'));

CREATE TRIGGER submission_tallies_frozen BEFORE UPDATE ON submission_tallies
WHEN OLD.share IS NOT NULL OR NEW.row_count <> OLD.row_count OR NEW.submission_id <> OLD.submission_id OR NEW.table_key <> OLD.table_key
BEGIN SELECT RAISE(ABORT, 'submissions are never changed'); END;
