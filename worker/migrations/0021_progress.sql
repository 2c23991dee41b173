-- How far the tasks of a submission have come: three numbers that follow from its rows and from what the quarterly
-- report's template says of states. `key` is the hash of the latter and of the month's cut-off: other words, other numbers.
CREATE TABLE submission_progress (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  key TEXT NOT NULL CHECK (length(key) = 64),
  total INTEGER NOT NULL CHECK (total >= 0),
  done INTEGER NOT NULL CHECK (done BETWEEN 0 AND total),
  overdue INTEGER NOT NULL CHECK (overdue BETWEEN 0 AND total - done),
  PRIMARY KEY (submission_id, key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER submission_progress_kept BEFORE DELETE ON submission_progress BEGIN SELECT RAISE(ABORT, 'submissions are never deleted'); END;
CREATE TRIGGER submission_progress_frozen BEFORE UPDATE ON submission_progress BEGIN SELECT RAISE(ABORT, 'submissions are never changed'); END;
