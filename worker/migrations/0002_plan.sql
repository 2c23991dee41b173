-- The plan that this deployment serves, as data: agencies, groups, templates
-- and who answers for which row. Documents are JSON in the shapes of shared/.
CREATE TABLE plans (
  id TEXT NOT NULL PRIMARY KEY,
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT, WITHOUT ROWID;

CREATE TABLE agencies (
  code TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  document TEXT NOT NULL CHECK (json_valid(document) AND json_extract(document, '$.code') = code)
) STRICT, WITHOUT ROWID;

CREATE TABLE agency_groups (
  code TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  document TEXT NOT NULL CHECK (json_valid(document) AND json_extract(document, '$.code') = code)
) STRICT, WITHOUT ROWID;

CREATE TABLE templates (
  code TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  position INTEGER NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document) AND json_extract(document, '$.code') = code),
  published_at TEXT,
  PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;

-- Invariant: a published template version is frozen.
CREATE TRIGGER templates_frozen BEFORE UPDATE ON templates WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published template version is frozen'); END;
CREATE TRIGGER templates_kept BEFORE DELETE ON templates WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a published template version is frozen'); END;

CREATE TABLE assignments (
  template TEXT NOT NULL,
  table_key TEXT NOT NULL,
  row_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  document TEXT NOT NULL CHECK (json_valid(document)),
  PRIMARY KEY (template, table_key, row_id)
) STRICT, WITHOUT ROWID;

-- One row once the pack is in: two loads at once load once.
CREATE TABLE loaded_packs (
  slot INTEGER NOT NULL PRIMARY KEY CHECK (slot = 1),
  plan_id TEXT NOT NULL,
  loaded_at TEXT NOT NULL
) STRICT;
