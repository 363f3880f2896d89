-- Where in the register a case has its root cause, if whoever resolves it says so.
ALTER TABLE feedback_case
    ADD COLUMN cause_process text COLLATE "C" REFERENCES process,
    ADD COLUMN cause_step    text COLLATE "C",
    ADD COLUMN cause_post    text COLLATE "C" REFERENCES post,
    ADD CONSTRAINT cause_step_of_the_process FOREIGN KEY (cause_process, cause_step) REFERENCES process_step,
    ADD CONSTRAINT cause_begins_with_the_process CHECK (
        cause_process IS NOT NULL OR num_nonnulls(cause_step, cause_post) = 0),
    ADD CONSTRAINT cause_of_what_was_resolved CHECK (cause_process IS NULL OR root_cause IS NOT NULL);
-- All that is counted is in the index, in the order of time.
CREATE INDEX feedback_case_cause ON feedback_case (opened_at, cause_process, cause_step, cause_post, department)
    WHERE cause_process IS NOT NULL;

ALTER TABLE timeline_entry
    ADD COLUMN cause_process text,
    ADD COLUMN cause_step    text,
    ADD COLUMN cause_post    text;
