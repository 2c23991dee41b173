-- What a mail or an event said is not kept for ever: from when on it is gone. That there was one, to whom and when it
-- was sent, stays.
ALTER TABLE outbox ADD COLUMN emptied_at TEXT;
CREATE INDEX outbox_full ON outbox (made_at) WHERE emptied_at IS NULL;
