-- Until when waiting for a stakeholder holds a clock. What waits already has a week from now on.
ALTER TABLE case_clock ADD COLUMN waits_until timestamptz;
UPDATE case_clock SET waits_until = now() + interval '7 days' WHERE paused_since IS NOT NULL;
ALTER TABLE case_clock ADD CONSTRAINT only_what_is_paused_waits CHECK (waits_until IS NULL OR paused_since IS NOT NULL);
CREATE INDEX case_clock_waits ON case_clock (waits_until, case_id, kind) WHERE waits_until IS NOT NULL;
