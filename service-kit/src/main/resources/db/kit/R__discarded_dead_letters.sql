-- Repeatable, since services have gone on to numbers above the kit's: what nobody is going to handle, who said so, and why.
ALTER TABLE dead_letter ADD COLUMN IF NOT EXISTS discarded_at timestamptz;
ALTER TABLE dead_letter ADD COLUMN IF NOT EXISTS discarded_by text;
ALTER TABLE dead_letter ADD COLUMN IF NOT EXISTS discarded_because text;
ALTER TABLE dead_letter DROP CONSTRAINT IF EXISTS dead_letter_discarded_as_a_whole;
ALTER TABLE dead_letter ADD CONSTRAINT dead_letter_discarded_as_a_whole
    CHECK (num_nulls(discarded_at, discarded_by, discarded_because) IN (0, 3));
DROP INDEX IF EXISTS dead_letter_open;
CREATE INDEX IF NOT EXISTS dead_letter_undecided ON dead_letter (id) WHERE replayed_at IS NULL AND discarded_at IS NULL;
CREATE INDEX IF NOT EXISTS dead_letter_discarded ON dead_letter (id) WHERE replayed_at IS NULL AND discarded_at IS NOT NULL;
