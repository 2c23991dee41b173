-- Where the demonstration's clock was set and when. Read only where MODE is "demo".
CREATE TABLE demo_clock (
  slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  shows TEXT NOT NULL,
  set_at TEXT NOT NULL
) STRICT;
