-- The response a case came from: its steps are told to whoever gave that.
ALTER TABLE feedback_case ADD COLUMN response_id uuid;
