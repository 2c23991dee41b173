-- When reports open, fall due and lock: working days by year, schedules of templates from a
-- day on, periods whose dates were set by hand, longer time for single agencies.
CREATE TABLE calendars (
  year INTEGER NOT NULL PRIMARY KEY CHECK (year BETWEEN 2000 AND 2100),
  document TEXT NOT NULL CHECK (json_valid(document) AND json_extract(document, '$.year') = year)
) STRICT;

-- Of several of one template the latest that has begun on a period's first day holds for it.
CREATE TABLE schedules (
  template TEXT NOT NULL,
  valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document TEXT NOT NULL CHECK (json_valid(document)),
  PRIMARY KEY (template, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE period_dates (
  template TEXT NOT NULL,
  period TEXT NOT NULL,
  opens_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  locks_at TEXT NOT NULL,
  PRIMARY KEY (template, period),
  CHECK (opens_at < due_at AND due_at <= locks_at)
) STRICT, WITHOUT ROWID;

-- The due instant that an extension took the place of; NULL: there is none.
ALTER TABLE obligations ADD COLUMN extended_from TEXT;

-- What stands now; what stood before is in the audit.
CREATE TABLE extensions (
  obligation_id TEXT NOT NULL PRIMARY KEY REFERENCES obligations (id),
  -- The last day on which the agency is on time.
  until TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL CHECK (length(trim(reason)) >= 10),
  -- When it would lock without.
  locked_from TEXT NOT NULL,
  granted_at TEXT NOT NULL,
  granted_by TEXT NOT NULL REFERENCES "user" ("id")
) STRICT, WITHOUT ROWID;
