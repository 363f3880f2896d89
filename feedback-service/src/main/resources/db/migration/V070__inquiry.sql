-- Links by which a stakeholder says what a department waits for. What they said stands in the timeline and nowhere else.
CREATE TABLE inquiry (
    -- SHA-256 of the token: who reads this table cannot answer for a stakeholder.
    token_hash text PRIMARY KEY,
    case_id    uuid        NOT NULL,
    -- The step that asks, in words for the stakeholder.
    step       int         NOT NULL,
    asked_by   text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    FOREIGN KEY (case_id, step) REFERENCES timeline_entry (case_id, seq)
);

-- They are told of it as of a resolution, before which there may have been none.
ALTER TABLE notification ADD COLUMN inquiry int;
ALTER TABLE notification DROP CONSTRAINT notification_attempt_check;
ALTER TABLE notification ADD CONSTRAINT notification_attempt_check
    CHECK (attempt > 0 OR (attempt = 0 AND inquiry IS NOT NULL));
ALTER TABLE notification ADD CONSTRAINT notification_inquiry_is_a_step
    FOREIGN KEY (case_id, inquiry) REFERENCES timeline_entry (case_id, seq);
DROP INDEX notification_once;
CREATE UNIQUE INDEX notification_once
    ON notification (case_id, about, attempt, inquiry, channel, turn) NULLS NOT DISTINCT;
