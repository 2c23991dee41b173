-- Who owes what by when, and what people are still typing.
CREATE TABLE obligations (
  id TEXT NOT NULL PRIMARY KEY CHECK (id = template || '.' || period || '.' || agency),
  template TEXT NOT NULL,
  version INTEGER NOT NULL,
  period TEXT NOT NULL,
  agency TEXT NOT NULL,
  window_from TEXT NOT NULL,
  window_to TEXT NOT NULL,
  opens_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  locks_at TEXT NOT NULL,
  CHECK (opens_at < due_at AND due_at <= locks_at),
  FOREIGN KEY (template, version) REFERENCES templates (code, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX obligations_agency ON obligations (agency, locks_at);
CREATE INDEX obligations_period ON obligations (template, period);

-- The last saved state of a form; the etag is the hash of its filing. A draft that
-- was sent is kept so that the form shows it when it is opened again.
CREATE TABLE drafts (
  obligation_id TEXT NOT NULL PRIMARY KEY REFERENCES obligations (id),
  filing TEXT NOT NULL CHECK (json_valid(filing)),
  etag TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES "user" ("id"),
  saved_by TEXT NOT NULL,
  sent INTEGER NOT NULL CHECK (sent IN (0, 1))
) STRICT, WITHOUT ROWID;
