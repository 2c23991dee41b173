-- Whether the head of an agency signs before a submission counts: dated settings,
-- the latest that has begun holds; never changed, each an event in the log.
CREATE TABLE sign_offs (
  id TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL REFERENCES agencies (code),
  signs_off TEXT NOT NULL CHECK (signs_off IN ('none', 'required')),
  -- The first day on which it holds for what is sent.
  valid_from TEXT NOT NULL CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  body_hash TEXT NOT NULL CHECK (length(body_hash) = 64),
  set_at TEXT NOT NULL,
  -- NULL: it came with the deployment.
  set_by TEXT REFERENCES "user" ("id")
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_offs_agency ON sign_offs (agency, valid_from, set_at);

CREATE TRIGGER sign_offs_kept BEFORE DELETE ON sign_offs BEGIN SELECT RAISE(ABORT, 'settings are never deleted'); END;
CREATE TRIGGER sign_offs_frozen BEFORE UPDATE ON sign_offs BEGIN SELECT RAISE(ABORT, 'settings are never changed'); END;
