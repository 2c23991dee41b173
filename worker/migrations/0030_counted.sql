-- Which submission of each report counts, kept as the log goes on: whoever asks about all agencies looks it up and
-- no longer finds it out for every one of them. Follows from the log alone; a test holds it against shared/standing.ts.
CREATE TABLE counted (
  template TEXT NOT NULL,
  period TEXT NOT NULL,
  agency TEXT NOT NULL,
  submission_id TEXT NOT NULL UNIQUE REFERENCES submissions (id),
  PRIMARY KEY (template, period, agency)
) STRICT, WITHOUT ROWID;

INSERT INTO counted (template, period, agency, submission_id) SELECT template, period, agency, id FROM counted_submissions;

-- Whatever happens to a submission may change which one of its report counts.
CREATE TRIGGER submission_events_counted AFTER INSERT ON submission_events WHEN NEW.submission_id IS NOT NULL
BEGIN
  DELETE FROM counted WHERE submission_id IN (
    SELECT own.id FROM submissions own WHERE own.obligation_id = (SELECT s.obligation_id FROM submissions s WHERE s.id = NEW.submission_id));
  INSERT INTO counted (template, period, agency, submission_id)
    SELECT r.template, r.period, r.agency, r.id FROM reached_submissions r
    WHERE r.obligation_id = (SELECT s.obligation_id FROM submissions s WHERE s.id = NEW.submission_id)
    ORDER BY r.sequence DESC LIMIT 1;
END;

DROP VIEW counted_submissions;
CREATE VIEW counted_submissions AS
SELECT s.*, c.template, o.version, c.period, c.agency, o.due_at
FROM counted c JOIN submissions s ON s.id = c.submission_id LEFT JOIN obligations o ON o.id = s.obligation_id;
