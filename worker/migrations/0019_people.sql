-- People as admins keep them: who was invited, who signed in last, who may no longer; and the
-- mails that go out, kept until somebody has sent them.
CREATE TABLE invitations (
  -- SHA-256 of the token: whoever reads the database cannot use the link.
  token_hash TEXT NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  -- NULL: a new person; else who is to choose a password again.
  person_id TEXT REFERENCES "user" ("id"),
  memberships TEXT NOT NULL CHECK (json_valid(memberships)),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES "user" ("id"),
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
-- Invariant: one invitation of an address is open at a time.
CREATE UNIQUE INDEX invitations_open ON invitations (email) WHERE used_at IS NULL;

CREATE TABLE person_states (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES "user" ("id") ON DELETE CASCADE,
  signed_in_at TEXT,
  disabled_at TEXT
) STRICT, WITHOUT ROWID;

-- Mails to be sent. `about` names the one thing a mail is about, so that nobody gets it twice.
CREATE TABLE outbox (
  about TEXT NOT NULL PRIMARY KEY CHECK (about <> ''),
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  made_at TEXT NOT NULL,
  -- NULL until a mailer has handed it on.
  sent_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_made ON outbox (made_at);
