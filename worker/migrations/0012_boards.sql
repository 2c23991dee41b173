-- What the public may see: boards as an admin released and withdrew them, each step an
-- event in the log. The board itself is an immutable object, keyed by its hash.
CREATE TABLE boards (
  id TEXT NOT NULL PRIMARY KEY,
  period TEXT NOT NULL,
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  released_at TEXT NOT NULL,
  released_by TEXT NOT NULL REFERENCES "user" ("id"),
  withdrawn_at TEXT,
  withdrawn_by TEXT REFERENCES "user" ("id"),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT, WITHOUT ROWID;
-- Invariant: one board of a period stands at a time.
CREATE UNIQUE INDEX boards_standing ON boards (period) WHERE withdrawn_at IS NULL;

CREATE TRIGGER boards_kept BEFORE DELETE ON boards BEGIN SELECT RAISE(ABORT, 'boards are never deleted'); END;
CREATE TRIGGER boards_frozen BEFORE UPDATE OF id, period, body_hash, released_at, released_by ON boards
BEGIN SELECT RAISE(ABORT, 'boards are never changed'); END;
CREATE TRIGGER boards_withdrawn_once BEFORE UPDATE OF withdrawn_at, withdrawn_by ON boards WHEN OLD.withdrawn_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a board is withdrawn once'); END;

-- The one event log takes boards too.
DROP VIEW counted_submissions;
DROP VIEW reached_submissions;
DROP VIEW submission_standings;
CREATE TABLE events (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'submitted', 'prepared', 'withdrawn', 'accepted', 'returned', 'signed', 'handed-back',
    'waiver-granted', 'waiver-ended', 'sign-off-set', 'board-released', 'board-withdrawn'
  )),
  submission_id TEXT REFERENCES submissions (id),
  review_id TEXT UNIQUE REFERENCES reviews (id),
  waiver_id TEXT REFERENCES waivers (id),
  sign_off_id TEXT,
  board_id TEXT REFERENCES boards (id),
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  CHECK ((submission_id IS NOT NULL) + (waiver_id IS NOT NULL) + (sign_off_id IS NOT NULL) + (board_id IS NOT NULL) = 1),
  CHECK ((review_id IS NOT NULL) = (kind IN ('accepted', 'returned', 'signed', 'handed-back'))),
  CHECK ((waiver_id IS NOT NULL) = (kind LIKE 'waiver-%')),
  CHECK ((sign_off_id IS NOT NULL) = (kind = 'sign-off-set')),
  CHECK ((board_id IS NOT NULL) = (kind LIKE 'board-%'))
) STRICT;
INSERT INTO events (seq, at, actor, kind, submission_id, review_id, waiver_id, sign_off_id, body_hash, previous_hash, hash)
SELECT seq, at, actor, kind, submission_id, review_id, waiver_id, sign_off_id, body_hash, previous_hash, hash FROM submission_events ORDER BY seq;
DROP TABLE submission_events;
ALTER TABLE events RENAME TO submission_events;
CREATE INDEX submission_events_submission ON submission_events (submission_id, seq);
CREATE UNIQUE INDEX submission_events_once ON submission_events (submission_id, kind) WHERE submission_id IS NOT NULL;
CREATE UNIQUE INDEX submission_events_waiver ON submission_events (waiver_id, kind) WHERE waiver_id IS NOT NULL;
CREATE UNIQUE INDEX submission_events_board ON submission_events (board_id, kind) WHERE board_id IS NOT NULL;

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
