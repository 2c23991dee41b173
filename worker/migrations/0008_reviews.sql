-- What receivers and heads of agencies say about submissions: verdicts, notes
-- pinned to places, answers that came with later submissions. All of it only grows,
-- and every verdict is an event in the log.
CREATE TABLE reviews (
  id TEXT NOT NULL PRIMARY KEY,
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'returned', 'signed', 'handed-back')),
  sentence TEXT CHECK (sentence IS NULL OR length(trim(sentence)) > 0),
  at TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES "user" ("id"),
  person_name TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  -- Of the verdict with its notes and what it settles, and of the content it is about.
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  UNIQUE (submission_id, verdict),
  UNIQUE (person_id, idempotency_key, submission_id),
  CHECK ((sentence IS NOT NULL) = (verdict = 'handed-back'))
) STRICT, WITHOUT ROWID;

-- A note belongs to the return it was written with. A cell, a header cell, or the whole.
CREATE TABLE notes (
  id TEXT NOT NULL PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES reviews (id),
  obligation_id TEXT NOT NULL REFERENCES obligations (id),
  position INTEGER NOT NULL,
  table_key TEXT,
  row_id TEXT,
  field TEXT,
  text TEXT NOT NULL CHECK (length(trim(text)) > 0),
  UNIQUE (review_id, position),
  CHECK ((table_key IS NULL) = (row_id IS NULL)),
  CHECK (table_key IS NULL OR field IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX notes_obligation ON notes (obligation_id);

CREATE TABLE note_answers (
  note_id TEXT NOT NULL REFERENCES notes (id),
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  text TEXT NOT NULL CHECK (length(trim(text)) > 0),
  PRIMARY KEY (note_id, submission_id)
) STRICT, WITHOUT ROWID;

-- Settled once, by the review that said so.
CREATE TABLE note_resolutions (
  note_id TEXT NOT NULL PRIMARY KEY REFERENCES notes (id),
  review_id TEXT NOT NULL REFERENCES reviews (id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reviews_kept BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are never deleted'); END;
CREATE TRIGGER reviews_frozen BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are never changed'); END;
CREATE TRIGGER notes_kept BEFORE DELETE ON notes BEGIN SELECT RAISE(ABORT, 'notes are never deleted'); END;
CREATE TRIGGER notes_frozen BEFORE UPDATE ON notes BEGIN SELECT RAISE(ABORT, 'notes are never changed'); END;
CREATE TRIGGER note_answers_kept BEFORE DELETE ON note_answers BEGIN SELECT RAISE(ABORT, 'answers are never deleted'); END;
CREATE TRIGGER note_answers_frozen BEFORE UPDATE ON note_answers BEGIN SELECT RAISE(ABORT, 'answers are never changed'); END;
CREATE TRIGGER note_resolutions_kept BEFORE DELETE ON note_resolutions BEGIN SELECT RAISE(ABORT, 'settled notes stay settled'); END;
CREATE TRIGGER note_resolutions_frozen BEFORE UPDATE ON note_resolutions BEGIN SELECT RAISE(ABORT, 'settled notes stay settled'); END;

-- The event log takes verdicts: such an event is about a submission and holds the hash of its review.
DROP VIEW counted_submissions;
DROP VIEW submission_standings;
CREATE TABLE events (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'submitted', 'prepared', 'withdrawn', 'accepted', 'returned', 'signed', 'handed-back',
    'waiver-granted', 'waiver-ended', 'sign-off-set'
  )),
  submission_id TEXT REFERENCES submissions (id),
  review_id TEXT UNIQUE REFERENCES reviews (id),
  waiver_id TEXT REFERENCES waivers (id),
  sign_off_id TEXT,
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  CHECK ((submission_id IS NOT NULL) + (waiver_id IS NOT NULL) + (sign_off_id IS NOT NULL) = 1),
  CHECK ((review_id IS NOT NULL) = (kind IN ('accepted', 'returned', 'signed', 'handed-back'))),
  CHECK ((waiver_id IS NOT NULL) = (kind LIKE 'waiver-%')),
  CHECK ((sign_off_id IS NOT NULL) = (kind = 'sign-off-set'))
) STRICT;
INSERT INTO events (seq, at, actor, kind, submission_id, waiver_id, body_hash, previous_hash, hash)
SELECT seq, at, actor, kind, submission_id, waiver_id, body_hash, previous_hash, hash FROM submission_events ORDER BY seq;
DROP TABLE submission_events;
ALTER TABLE events RENAME TO submission_events;
CREATE INDEX submission_events_submission ON submission_events (submission_id, seq);
-- Invariant: each thing happens to a submission at most once.
CREATE UNIQUE INDEX submission_events_once ON submission_events (submission_id, kind) WHERE submission_id IS NOT NULL;
CREATE UNIQUE INDEX submission_events_waiver ON submission_events (waiver_id, kind) WHERE waiver_id IS NOT NULL;

CREATE TRIGGER submission_events_kept BEFORE DELETE ON submission_events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER submission_events_frozen BEFORE UPDATE ON submission_events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER submission_events_chained BEFORE INSERT ON submission_events
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM submission_events)
  OR NEW.previous_hash <> coalesce((SELECT hash FROM submission_events ORDER BY seq DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN SELECT RAISE(ABORT, 'chain moved on'); END;

-- A submission with where it stands: the last thing that happened to it, and when it reached the province
-- (when it was sent, or signed where it had to be; NULL while it waits).
CREATE VIEW submission_standings AS
SELECT s.*,
  o.template, o.version, o.period, o.agency, o.due_at,
  first.hash AS event_hash, first.previous_hash AS previous_event_hash,
  first.kind = 'prepared' AS needs_signature,
  CASE first.kind WHEN 'submitted' THEN s.submitted_at ELSE signature.at END AS reached_at,
  signature.person_name AS signed_by,
  (SELECT kind FROM submission_events e WHERE e.submission_id = s.id ORDER BY seq DESC LIMIT 1) AS last_event,
  (SELECT at FROM submission_events e WHERE e.submission_id = s.id ORDER BY seq DESC LIMIT 1) AS last_event_at
FROM submissions s
JOIN obligations o ON o.id = s.obligation_id
JOIN submission_events first ON first.submission_id = s.id AND first.kind IN ('submitted', 'prepared')
LEFT JOIN reviews signature ON signature.submission_id = s.id AND signature.verdict = 'signed';

-- The one submission of an obligation that counts: the latest that reached the province and was not returned. What
-- was sent before a return comes back only where it had been accepted (shared/standing.ts says the same).
CREATE VIEW reached_submissions AS
SELECT * FROM submission_standings s
WHERE s.last_event IN ('submitted', 'signed', 'accepted')
  AND (s.last_event = 'accepted' OR NOT EXISTS (
    SELECT 1 FROM submissions later JOIN submission_events back ON back.submission_id = later.id AND back.kind = 'returned'
    WHERE later.obligation_id = s.obligation_id AND later.sequence > s.sequence
  ));
CREATE VIEW counted_submissions AS
SELECT * FROM reached_submissions s
WHERE NOT EXISTS (SELECT 1 FROM reached_submissions later WHERE later.obligation_id = s.obligation_id AND later.sequence > s.sequence);
