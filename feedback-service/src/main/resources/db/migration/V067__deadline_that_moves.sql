-- Of a deadline the authority has moved: what it was.
ALTER TABLE comment_entry ADD COLUMN former_deadline timestamptz;
