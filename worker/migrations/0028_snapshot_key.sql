-- The key by which a repeated attempt to freeze is known again; NULL: from before there was one.
ALTER TABLE snapshots ADD COLUMN idempotency_key TEXT CHECK (idempotency_key <> '');
CREATE UNIQUE INDEX snapshots_once ON snapshots (made_by, idempotency_key);
