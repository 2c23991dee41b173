-- That a rule does not bind an agency until a day, and why: granted and ended by
-- admins, never deleted, each step in the event log beside the submissions.
CREATE TABLE waivers (
  id TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL REFERENCES agencies (code),
  template TEXT NOT NULL,
  -- Id of a rule, or code of findings.
  waives TEXT NOT NULL CHECK (waives <> ''),
  row_id TEXT CHECK (row_id <> ''),
  field TEXT CHECK (field <> ''),
  reason TEXT NOT NULL CHECK (length(trim(reason)) >= 10),
  -- The last day of the data that it covers.
  until TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  granted_at TEXT NOT NULL,
  -- NULL: it came with the plan.
  granted_by TEXT REFERENCES "user" ("id"),
  ended_at TEXT,
  ended_by TEXT REFERENCES "user" ("id"),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX waivers_agency ON waivers (agency, template);

-- Invariant: a waiver is never changed; it can only be ended, once.
CREATE TRIGGER waivers_kept BEFORE DELETE ON waivers BEGIN SELECT RAISE(ABORT, 'waivers are never deleted'); END;
CREATE TRIGGER waivers_frozen BEFORE UPDATE OF id, agency, template, waives, row_id, field, reason, until, body_hash, granted_at, granted_by ON waivers
BEGIN SELECT RAISE(ABORT, 'waivers are never changed'); END;
CREATE TRIGGER waivers_ended_once BEFORE UPDATE OF ended_at, ended_by ON waivers WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a waiver ends once'); END;

-- The one event log takes waivers too: an event is about a submission or about a waiver.
DROP VIEW counted_submissions;
DROP VIEW submission_standings;
CREATE TABLE events (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('submitted', 'withdrawn', 'accepted', 'returned', 'waiver-granted', 'waiver-ended')),
  submission_id TEXT REFERENCES submissions (id),
  waiver_id TEXT REFERENCES waivers (id),
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
  CHECK ((submission_id IS NULL) <> (waiver_id IS NULL)),
  CHECK ((waiver_id IS NULL) = (kind NOT LIKE 'waiver-%'))
) STRICT;
INSERT INTO events (seq, at, actor, kind, submission_id, body_hash, previous_hash, hash)
SELECT seq, at, actor, kind, submission_id, body_hash, previous_hash, hash FROM submission_events ORDER BY seq;
DROP TABLE submission_events;
ALTER TABLE events RENAME TO submission_events;
CREATE INDEX submission_events_submission ON submission_events (submission_id, seq);
CREATE UNIQUE INDEX submission_events_once ON submission_events (submission_id, kind) WHERE kind IN ('submitted', 'withdrawn');
CREATE UNIQUE INDEX submission_events_waiver ON submission_events (waiver_id, kind) WHERE waiver_id IS NOT NULL;

CREATE TRIGGER submission_events_kept BEFORE DELETE ON submission_events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER submission_events_frozen BEFORE UPDATE ON submission_events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER submission_events_chained BEFORE INSERT ON submission_events
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM submission_events)
  OR NEW.previous_hash <> coalesce((SELECT hash FROM submission_events ORDER BY seq DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN SELECT RAISE(ABORT, 'chain moved on'); END;

CREATE VIEW submission_standings AS
SELECT s.*,
  o.template, o.version, o.period, o.agency,
  first.hash AS event_hash, first.previous_hash AS previous_event_hash,
  (SELECT kind FROM submission_events e WHERE e.submission_id = s.id ORDER BY seq DESC LIMIT 1) AS last_event
FROM submissions s
JOIN obligations o ON o.id = s.obligation_id
JOIN submission_events first ON first.submission_id = s.id AND first.kind = 'submitted';

CREATE VIEW counted_submissions AS
SELECT * FROM submission_standings s
WHERE s.last_event NOT IN ('withdrawn', 'returned')
  AND NOT EXISTS (
    SELECT 1 FROM submission_standings later
    WHERE later.obligation_id = s.obligation_id AND later.sequence > s.sequence AND later.last_event NOT IN ('withdrawn', 'returned')
  );
