-- What admins change, kept whole: who changed which value from what to what, when
-- and why. It only grows, and each change is an event of the one log.
CREATE TABLE changes (
  id TEXT NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind <> ''),
  subject_id TEXT NOT NULL CHECK (subject_id <> ''),
  action TEXT NOT NULL CHECK (action <> ''),
  -- NULL: there was nothing before, there is nothing after.
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  reason TEXT CHECK (reason IS NULL OR length(trim(reason)) > 0),
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64)
) STRICT, WITHOUT ROWID;
CREATE INDEX changes_subject ON changes (subject_kind, subject_id, at);

CREATE TRIGGER changes_kept BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'changes are never deleted'); END;
CREATE TRIGGER changes_frozen BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'changes are never changed'); END;

-- The one event log takes changes too.
DROP VIEW counted_submissions;
DROP VIEW reached_submissions;
DROP VIEW submission_standings;
CREATE TABLE events (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'submitted', 'prepared', 'withdrawn', 'accepted', 'returned', 'signed', 'handed-back',
    'waiver-granted', 'waiver-ended', 'sign-off-set', 'board-released', 'board-withdrawn', 'snapshot-made', 'changed'
  )),
  submission_id TEXT REFERENCES submissions (id),
  review_id TEXT UNIQUE REFERENCES reviews (id),
  waiver_id TEXT REFERENCES waivers (id),
  sign_off_id TEXT,
  board_id TEXT REFERENCES boards (id),
  snapshot_id TEXT UNIQUE REFERENCES snapshots (id),
  change_id TEXT UNIQUE REFERENCES changes (id),
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  CHECK ((submission_id IS NOT NULL) + (waiver_id IS NOT NULL) + (sign_off_id IS NOT NULL) + (board_id IS NOT NULL) + (snapshot_id IS NOT NULL) + (change_id IS NOT NULL) = 1),
  CHECK ((review_id IS NOT NULL) = (kind IN ('accepted', 'returned', 'signed', 'handed-back'))),
  CHECK ((waiver_id IS NOT NULL) = (kind LIKE 'waiver-%')),
  CHECK ((sign_off_id IS NOT NULL) = (kind = 'sign-off-set')),
  CHECK ((board_id IS NOT NULL) = (kind LIKE 'board-%')),
  CHECK ((snapshot_id IS NOT NULL) = (kind = 'snapshot-made')),
  CHECK ((change_id IS NOT NULL) = (kind = 'changed'))
) STRICT;
INSERT INTO events (seq, at, actor, kind, submission_id, review_id, waiver_id, sign_off_id, board_id, snapshot_id, body_hash, previous_hash, hash)
SELECT seq, at, actor, kind, submission_id, review_id, waiver_id, sign_off_id, board_id, snapshot_id, body_hash, previous_hash, hash FROM submission_events ORDER BY seq;
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

-- Everything that people of the province set, granted, released or froze, with the value before and after,
-- whichever table keeps it; each line is an event of the log.
CREATE VIEW audit AS
SELECT e.seq, e.at, e.actor, c.subject_kind, c.subject_id, c.action, c.before, c.after, c.reason
FROM submission_events e JOIN changes c ON c.id = e.change_id
UNION ALL
SELECT e.seq, e.at, e.actor, 'waiver', w.agency || '.' || w.template || '.' || w.waives,
  CASE e.kind WHEN 'waiver-granted' THEN 'granted' ELSE 'ended' END,
  CASE e.kind WHEN 'waiver-ended' THEN json_object('rowId', w.row_id, 'field', w.field, 'until', w.until, 'reason', w.reason) END,
  CASE e.kind WHEN 'waiver-granted' THEN json_object('rowId', w.row_id, 'field', w.field, 'until', w.until, 'reason', w.reason) END,
  CASE e.kind WHEN 'waiver-granted' THEN w.reason END
FROM submission_events e JOIN waivers w ON w.id = e.waiver_id
UNION ALL
SELECT e.seq, e.at, e.actor, 'sign-off', s.agency, 'set',
  (SELECT json_object('signsOff', p.signs_off, 'from', p.valid_from) FROM sign_offs p
   WHERE p.agency = s.agency AND p.id <> s.id AND (p.set_by IS NULL OR p.set_at < s.set_at OR EXISTS (
     SELECT 1 FROM submission_events earlier WHERE earlier.sign_off_id = p.id AND earlier.seq < e.seq))
   ORDER BY p.set_at DESC, p.id DESC LIMIT 1),
  json_object('signsOff', s.signs_off, 'from', s.valid_from), NULL
FROM submission_events e JOIN sign_offs s ON s.id = e.sign_off_id
UNION ALL
SELECT e.seq, e.at, e.actor, 'board', b.period, CASE e.kind WHEN 'board-released' THEN 'released' ELSE 'withdrawn' END,
  CASE e.kind WHEN 'board-withdrawn' THEN json_object('hash', b.body_hash) END,
  CASE e.kind WHEN 'board-released' THEN json_object('hash', b.body_hash) END, NULL
FROM submission_events e JOIN boards b ON b.id = e.board_id
UNION ALL
SELECT e.seq, e.at, e.actor, 'snapshot', n.template || '.' || n.period, 'created',
  NULL, json_object('submissions', n.submissions, 'rows', n.row_count, 'hash', n.body_hash), n.reason
FROM submission_events e JOIN snapshots n ON n.id = e.snapshot_id;
