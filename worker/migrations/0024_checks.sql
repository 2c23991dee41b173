-- Since when a deployment tells of events.
ALTER TABLE webhook ADD COLUMN set_at TEXT NOT NULL DEFAULT '';

-- What forms are hard to fill: how often a report was checked, and what was found how often, in counts. No value,
-- no sentence and nobody's name is kept.
CREATE TABLE checked (
  obligation_id TEXT NOT NULL PRIMARY KEY REFERENCES obligations (id),
  first_at TEXT NOT NULL,
  checks INTEGER NOT NULL CHECK (checks >= 1)
) STRICT, WITHOUT ROWID;

-- Of a report: in how many checks a finding stood, and in how many cells at most.
CREATE TABLE check_counts (
  obligation_id TEXT NOT NULL REFERENCES obligations (id),
  -- Id of the rule, or the code where no rule of the template says it.
  finding TEXT NOT NULL CHECK (finding <> ''),
  field TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
  checks INTEGER NOT NULL CHECK (checks >= 1),
  most INTEGER NOT NULL CHECK (most >= 1),
  PRIMARY KEY (obligation_id, finding, field)
) STRICT, WITHOUT ROWID;

-- What still stood when a report was sent: warnings that were explained, information.
CREATE TABLE sent_counts (
  submission_id TEXT NOT NULL REFERENCES submissions (id),
  finding TEXT NOT NULL CHECK (finding <> ''),
  field TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('warning', 'info')),
  cells INTEGER NOT NULL CHECK (cells >= 1),
  PRIMARY KEY (submission_id, finding, field)
) STRICT, WITHOUT ROWID;
