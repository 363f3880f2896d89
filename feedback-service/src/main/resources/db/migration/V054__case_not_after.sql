-- The day an authority has set, for a case that follows what it said: no clock of the case goes past it.
ALTER TABLE feedback_case ADD COLUMN not_after timestamptz;

ALTER TABLE case_clock ADD COLUMN not_after timestamptz;
-- Waiting for a stakeholder stops working time, not a date.
ALTER TABLE case_clock DROP CONSTRAINT only_what_runs_is_due;
ALTER TABLE case_clock ADD CONSTRAINT only_what_runs_is_due CHECK (
    next_at IS NULL OR running_since IS NOT NULL OR (paused_since IS NOT NULL AND not_after IS NOT NULL));

-- What is still to come, where the letter went out before the case was done.
ALTER TABLE government_comment ADD COLUMN reply_pending text CHECK (char_length(reply_pending) BETWEEN 1 AND 2000);
ALTER TABLE government_comment ADD CONSTRAINT pending_once_replied
    CHECK (reply_pending IS NULL OR replied_at IS NOT NULL);
