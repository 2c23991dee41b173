-- The life of a template version: a draft that admins work on, the period from which a
-- published version is used, and its withdrawal. What was published stays as it was.
CREATE TABLE template_drafts (
  code TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL CHECK (json_valid(document) AND json_extract(document, '$.code') = code),
  -- The version that it was made from; NULL: from none.
  based_on_code TEXT,
  based_on_version INTEGER CHECK (based_on_version >= 1),
  etag TEXT NOT NULL CHECK (length(etag) = 64),
  saved_at TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES "user" ("id"),
  saved_by TEXT NOT NULL,
  CHECK ((based_on_code IS NULL) = (based_on_version IS NULL))
) STRICT, WITHOUT ROWID;

-- The first period that opens with the version; NULL: it came with the plan and always has.
ALTER TABLE templates ADD COLUMN effective_from TEXT;
-- NULL: it came with the plan.
ALTER TABLE templates ADD COLUMN published_by TEXT REFERENCES "user" ("id");

-- A withdrawn version opens no period any more. What was filed in it stays.
CREATE TABLE template_withdrawals (
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (length(trim(reason)) >= 10),
  withdrawn_at TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL REFERENCES "user" ("id"),
  PRIMARY KEY (code, version),
  FOREIGN KEY (code, version) REFERENCES templates (code, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER template_withdrawals_kept BEFORE DELETE ON template_withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are never deleted'); END;
CREATE TRIGGER template_withdrawals_frozen BEFORE UPDATE ON template_withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are never changed'); END;
