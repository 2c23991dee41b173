-- What was sent, for good: submissions and the event log are never changed and
-- never deleted; the log is a hash chain in which no link can be left out.
CREATE TABLE submissions (
  id TEXT NOT NULL PRIMARY KEY,
  obligation_id TEXT NOT NULL REFERENCES obligations (id),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  receipt_number TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES "user" ("id"),
  person_name TEXT NOT NULL,
  agency_name TEXT NOT NULL,
  template_title TEXT NOT NULL,
  submitted_at TEXT NOT NULL,
  late INTEGER NOT NULL CHECK (late IN (0, 1)),
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  declaration TEXT CHECK (declaration IS NULL OR json_valid(declaration)),
  header TEXT NOT NULL CHECK (json_valid(header)),
  explanations TEXT NOT NULL CHECK (json_valid(explanations)),
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  original_hash TEXT CHECK (original_hash IS NULL OR length(original_hash) = 64),
  idempotency_key TEXT NOT NULL,
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  UNIQUE (obligation_id, sequence),
  UNIQUE (person_id, idempotency_key)
) STRICT;

CREATE TABLE submission_rows (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  position INTEGER NOT NULL,
  table_key TEXT NOT NULL,
  row_id TEXT NOT NULL,
  carried INTEGER NOT NULL CHECK (carried IN (0, 1)),
  row_values TEXT NOT NULL CHECK (json_valid(row_values)),
  PRIMARY KEY (submission_id, position),
  UNIQUE (submission_id, table_key, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission_events (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('submitted', 'withdrawn', 'accepted', 'returned')),
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX submission_events_submission ON submission_events (submission_id, seq);
-- Invariant: a submission is submitted once and withdrawn at most once.
CREATE UNIQUE INDEX submission_events_once ON submission_events (submission_id, kind) WHERE kind IN ('submitted', 'withdrawn');

-- Uploaded workbooks as they came, kept before anybody parses them.
CREATE TABLE originals (
  id TEXT NOT NULL PRIMARY KEY,
  obligation_id TEXT NOT NULL REFERENCES obligations (id),
  person_id TEXT NOT NULL REFERENCES "user" ("id"),
  uploaded_at TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX originals_obligation ON originals (obligation_id);

-- Invariant: submissions, their rows, the log and the originals only grow.
CREATE TRIGGER submissions_kept BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions are never deleted'); END;
CREATE TRIGGER submissions_frozen BEFORE UPDATE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions are never changed'); END;
CREATE TRIGGER submission_rows_kept BEFORE DELETE ON submission_rows BEGIN SELECT RAISE(ABORT, 'submissions are never deleted'); END;
CREATE TRIGGER submission_rows_frozen BEFORE UPDATE ON submission_rows BEGIN SELECT RAISE(ABORT, 'submissions are never changed'); END;
CREATE TRIGGER submission_events_kept BEFORE DELETE ON submission_events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER submission_events_frozen BEFORE UPDATE ON submission_events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER originals_kept BEFORE DELETE ON originals BEGIN SELECT RAISE(ABORT, 'originals are never deleted'); END;
CREATE TRIGGER originals_frozen BEFORE UPDATE ON originals BEGIN SELECT RAISE(ABORT, 'originals are never changed'); END;

-- Invariant: each event follows the last one. A writer that lost the race is
-- told so and tries again on the new end of the chain.
CREATE TRIGGER submission_events_chained BEFORE INSERT ON submission_events
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM submission_events)
  OR NEW.previous_hash <> coalesce((SELECT hash FROM submission_events ORDER BY seq DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN SELECT RAISE(ABORT, 'chain moved on'); END;

-- A submission with where it stands: the last thing that happened to it.
CREATE VIEW submission_standings AS
SELECT s.*,
  o.template, o.version, o.period, o.agency,
  first.hash AS event_hash, first.previous_hash AS previous_event_hash,
  (SELECT kind FROM submission_events e WHERE e.submission_id = s.id ORDER BY seq DESC LIMIT 1) AS last_event
FROM submissions s
JOIN obligations o ON o.id = s.obligation_id
JOIN submission_events first ON first.submission_id = s.id AND first.kind = 'submitted';

-- The one submission of an obligation that counts: the latest that was neither withdrawn nor returned.
CREATE VIEW counted_submissions AS
SELECT * FROM submission_standings s
WHERE s.last_event NOT IN ('withdrawn', 'returned')
  AND NOT EXISTS (
    SELECT 1 FROM submission_standings later
    WHERE later.obligation_id = s.obligation_id AND later.sequence > s.sequence AND later.last_event NOT IN ('withdrawn', 'returned')
  );
