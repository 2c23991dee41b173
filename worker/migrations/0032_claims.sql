-- Who is counting something at the moment, so that many who ask for it at once do not all count the same: a claim that is not
-- given back (an isolate that was ended) lasts for some seconds.
CREATE TABLE claims (
  about TEXT PRIMARY KEY,
  token TEXT NOT NULL,
  -- How many were left when it was claimed.
  uncounted INTEGER NOT NULL,
  -- Seconds since 1970 by the clock of the database.
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
