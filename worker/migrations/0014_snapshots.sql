-- Consolidations of one moment, frozen: which submissions counted, held by the hash of an
-- object that names each of them with the hash of its content. They only grow.
CREATE TABLE snapshots (
  id TEXT NOT NULL PRIMARY KEY,
  template TEXT NOT NULL,
  version INTEGER NOT NULL,
  period TEXT NOT NULL,
  -- What it was frozen for, in the words of whoever did it.
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES "user" ("id"),
  person_name TEXT NOT NULL,
  submissions INTEGER NOT NULL CHECK (submissions >= 0),
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  -- The key of its object.
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  FOREIGN KEY (template, version) REFERENCES templates (code, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX snapshots_period ON snapshots (template, period, made_at);

CREATE TRIGGER snapshots_kept BEFORE DELETE ON snapshots BEGIN SELECT RAISE(ABORT, 'snapshots are never deleted'); END;
CREATE TRIGGER snapshots_frozen BEFORE UPDATE ON snapshots BEGIN SELECT RAISE(ABORT, 'snapshots are never changed'); END;

-- The one event log takes snapshots too: such an event holds the hash of the object.
DROP VIEW counted_submissions;
DROP VIEW reached_submissions;
DROP VIEW submission_standings;
CREATE TABLE events (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'submitted', 'prepared', 'withdrawn', 'accepted', 'returned', 'signed', 'handed-back',
    'waiver-granted', 'waiver-ended', 'sign-off-set', 'board-released', 'board-withdrawn', 'snapshot-made'
  )),
  submission_id TEXT REFERENCES submissions (id),
  review_id TEXT UNIQUE REFERENCES reviews (id),
  waiver_id TEXT REFERENCES waivers (id),
  sign_off_id TEXT,
  board_id TEXT REFERENCES boards (id),
  snapshot_id TEXT UNIQUE REFERENCES snapshots (id),
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  CHECK ((submission_id IS NOT NULL) + (waiver_id IS NOT NULL) + (sign_off_id IS NOT NULL) + (board_id IS NOT NULL) + (snapshot_id IS NOT NULL) = 1),
  CHECK ((review_id IS NOT NULL) = (kind IN ('accepted', 'returned', 'signed', 'handed-back'))),
  CHECK ((waiver_id IS NOT NULL) = (kind LIKE 'waiver-%')),
  CHECK ((sign_off_id IS NOT NULL) = (kind = 'sign-off-set')),
  CHECK ((board_id IS NOT NULL) = (kind LIKE 'board-%')),
  CHECK ((snapshot_id IS NOT NULL) = (kind = 'snapshot-made'))
) STRICT;
INSERT INTO events (seq, at, actor, kind, submission_id, review_id, waiver_id, sign_off_id, board_id, body_hash, previous_hash, hash)
SELECT seq, at, actor, kind, submission_id, review_id, waiver_id, sign_off_id, board_id, body_hash, previous_hash, hash FROM submission_events ORDER BY seq;
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
