-- Where the first cell of a row stood in the sheet that was sent: no part of the
-- content that is hashed, but it leads from a consolidated figure to the cell.
ALTER TABLE submission_rows ADD COLUMN cell TEXT;
