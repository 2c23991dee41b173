-- What goes out by mail and by webhook, with what became of each attempt, and what people were
-- reminded of, so that nobody is reminded of the same thing twice.
ALTER TABLE outbox ADD COLUMN channel TEXT NOT NULL DEFAULT 'mail' CHECK (channel IN ('mail', 'webhook'));
ALTER TABLE outbox ADD COLUMN html TEXT;
-- Not sent any more from then on: whoever reads it then is misled. NULL: always worth sending.
ALTER TABLE outbox ADD COLUMN expires_at TEXT;
ALTER TABLE outbox ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0);
-- Not tried again before; NULL: as soon as there is somebody to hand it on.
ALTER TABLE outbox ADD COLUMN next_at TEXT;
-- Somebody is sending it until then; whoever died over it leaves it to the next after that.
ALTER TABLE outbox ADD COLUMN claimed_until TEXT;
-- What the server said last.
ALTER TABLE outbox ADD COLUMN answer TEXT;
-- An admin decided that it is not to be sent.
ALTER TABLE outbox ADD COLUMN dropped_at TEXT;
CREATE INDEX outbox_waiting ON outbox (made_at) WHERE sent_at IS NULL AND dropped_at IS NULL;

-- One person, one report, one occasion: three days before the day it is due, returned, …
CREATE TABLE reminders (
  person_id TEXT NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE,
  obligation_id TEXT NOT NULL,
  occasion TEXT NOT NULL CHECK (occasion <> ''),
  about TEXT NOT NULL REFERENCES outbox (about),
  PRIMARY KEY (person_id, obligation_id, occasion)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminders_obligation ON reminders (obligation_id);

-- The one setting of admins, and up to which day and event everybody was reminded.
CREATE TABLE reminder_setting (
  slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  document TEXT CHECK (document IS NULL OR json_valid(document)),
  done TEXT
) STRICT;
INSERT INTO reminder_setting (slot) VALUES (1);

-- What somebody wants to get by mail.
ALTER TABLE person_states ADD COLUMN mail_language TEXT NOT NULL DEFAULT 'vi' CHECK (mail_language IN ('vi', 'en'));
ALTER TABLE person_states ADD COLUMN reminded INTEGER NOT NULL DEFAULT 1 CHECK (reminded IN (0, 1));
