-- What each submission adds to the totals of a table, written in the transaction that writes its rows: a total of
-- the province is a sum over agencies and not over rows. Follows from the rows, which never change; a test holds it against them.
CREATE TABLE submission_tallies (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  table_key TEXT NOT NULL,
  row_count INTEGER NOT NULL CHECK (row_count >= 1),
  -- The share of shared/tally.ts. NULL: of a submission from before; made of its rows when it is first asked for.
  share TEXT CHECK (share IS NULL OR json_valid(share)),
  PRIMARY KEY (submission_id, table_key)
) STRICT, WITHOUT ROWID;

INSERT INTO submission_tallies (submission_id, table_key, row_count)
SELECT submission_id, table_key, count(*) FROM submission_rows GROUP BY submission_id, table_key;

CREATE TRIGGER submission_tallies_kept BEFORE DELETE ON submission_tallies BEGIN SELECT RAISE(ABORT, 'submissions are never deleted'); END;
CREATE TRIGGER submission_tallies_frozen BEFORE UPDATE ON submission_tallies
WHEN OLD.share IS NOT NULL OR NEW.row_count <> OLD.row_count OR NEW.submission_id <> OLD.submission_id OR NEW.table_key <> OLD.table_key
BEGIN SELECT RAISE(ABORT, 'submissions are never changed'); END;
