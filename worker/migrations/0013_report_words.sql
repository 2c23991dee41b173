-- The words of reports as they were saved, one revision after the other: nothing is
-- overwritten, the last one stands. The etag is the hash of the words.
CREATE TABLE report_words (
  template TEXT NOT NULL,
  period TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  words TEXT NOT NULL CHECK (json_valid(words)),
  etag TEXT NOT NULL CHECK (length(etag) = 64),
  saved_at TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES "user" ("id"),
  saved_by TEXT NOT NULL,
  PRIMARY KEY (template, period, revision)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER report_words_kept BEFORE DELETE ON report_words BEGIN SELECT RAISE(ABORT, 'words of reports are never deleted'); END;
CREATE TRIGGER report_words_frozen BEFORE UPDATE ON report_words BEGIN SELECT RAISE(ABORT, 'words of reports are never changed'); END;
