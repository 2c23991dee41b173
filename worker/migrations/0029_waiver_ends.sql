-- Why a waiver was ended before its day. The ending itself is a line of the changes, as of everything else
-- that admins end; what was ended before stays an event of its own kind.
ALTER TABLE waivers ADD COLUMN ended_reason TEXT CHECK (ended_reason IS NULL OR length(trim(ended_reason)) >= 10);

CREATE TRIGGER waivers_end_kept BEFORE UPDATE OF ended_reason ON waivers WHEN OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a waiver ends once'); END;
