-- Numbers that stand for the texts by which the rows of a submission are held against those of others. `key` says which
-- columns they are of and how they were made: other columns, other numbers. Follows from the rows, which never change.
CREATE TABLE submission_texts (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  table_key TEXT NOT NULL,
  key TEXT NOT NULL CHECK (key <> ''),
  texts TEXT NOT NULL CHECK (json_valid(texts)),
  PRIMARY KEY (submission_id, table_key, key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER submission_texts_kept BEFORE DELETE ON submission_texts BEGIN SELECT RAISE(ABORT, 'submissions are never deleted'); END;
CREATE TRIGGER submission_texts_frozen BEFORE UPDATE ON submission_texts BEGIN SELECT RAISE(ABORT, 'submissions are never changed'); END;

-- What is counted over several reports of one agency: what is asked about its own history, what it adds to a quarter.
CREATE TABLE agency_counts (
  -- What was counted: 'matters THANG.2025-06', 'QUY.2025-Q2'.
  about TEXT NOT NULL CHECK (about <> ''),
  agency TEXT NOT NULL REFERENCES agencies (code),
  -- The hash of what it was counted by.
  key TEXT NOT NULL CHECK (length(key) = 64),
  -- The submissions that it was counted of: when others count, so must be counted anew.
  counted_of TEXT NOT NULL CHECK (json_valid(counted_of)),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  PRIMARY KEY (about, agency)
) STRICT, WITHOUT ROWID;
