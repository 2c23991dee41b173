-- What is read again and again and seldom changes (plan, register, templates; which periods have opened) is kept by whoever
-- has read it as long as its version stands. Whoever writes these tables need not know of it. A version is never given twice,
-- also where a database is put back to what it was.
CREATE TABLE versions (
  of TEXT PRIMARY KEY,
  version TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO versions (of, version) VALUES ('plan', hex(randomblob(8))), ('obligations', hex(randomblob(8)));

CREATE TRIGGER plans_version_insert AFTER INSERT ON plans BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER plans_version_update AFTER UPDATE ON plans BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER plans_version_delete AFTER DELETE ON plans BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;

CREATE TRIGGER agencies_version_insert AFTER INSERT ON agencies BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER agencies_version_update AFTER UPDATE ON agencies BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER agencies_version_delete AFTER DELETE ON agencies BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;

CREATE TRIGGER agency_groups_version_insert AFTER INSERT ON agency_groups BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER agency_groups_version_update AFTER UPDATE ON agency_groups BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER agency_groups_version_delete AFTER DELETE ON agency_groups BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;

CREATE TRIGGER templates_version_insert AFTER INSERT ON templates BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER templates_version_update AFTER UPDATE ON templates BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER templates_version_delete AFTER DELETE ON templates BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;

CREATE TRIGGER template_withdrawals_version_insert AFTER INSERT ON template_withdrawals BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER template_withdrawals_version_update AFTER UPDATE ON template_withdrawals BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER template_withdrawals_version_delete AFTER DELETE ON template_withdrawals BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;

CREATE TRIGGER schedules_version_insert AFTER INSERT ON schedules BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER schedules_version_update AFTER UPDATE ON schedules BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER schedules_version_delete AFTER DELETE ON schedules BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;

CREATE TRIGGER assignments_version_insert AFTER INSERT ON assignments BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER assignments_version_update AFTER UPDATE ON assignments BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;
CREATE TRIGGER assignments_version_delete AFTER DELETE ON assignments BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'plan'; END;

CREATE TRIGGER obligations_version_insert AFTER INSERT ON obligations BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'obligations'; END;
CREATE TRIGGER obligations_version_update AFTER UPDATE ON obligations BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'obligations'; END;
CREATE TRIGGER obligations_version_delete AFTER DELETE ON obligations BEGIN UPDATE versions SET version = hex(randomblob(8)) WHERE of = 'obligations'; END;
