-- Of what goes out: when nobody tries any more, and how often an admin had it sent again.
ALTER TABLE outbox ADD COLUMN gave_up_at TEXT;
ALTER TABLE outbox ADD COLUMN round INTEGER NOT NULL DEFAULT 0 CHECK (round >= 0);

-- Where a deployment tells of events. The secret is not kept: it follows from the id and the secret of the deployment.
CREATE TABLE webhook (
  slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  id TEXT NOT NULL,
  url TEXT NOT NULL,
  -- Number of the last event of the log that was told, or that stood when it was set.
  told INTEGER NOT NULL
) STRICT;
