-- What stakeholders are still to be told. Neither the contact nor the link is kept here: the first stays with the case, and
-- the second is made anew with each attempt, since whoever could read it could answer for the stakeholder.
CREATE TABLE notification (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    case_id         uuid        NOT NULL REFERENCES feedback_case,
    -- The resolution it asks about.
    attempt         int         NOT NULL CHECK (attempt > 0),
    channel         text        NOT NULL CHECK (channel IN ('SMS', 'EMAIL')),
    state           text        NOT NULL CHECK (state IN ('PENDING', 'SENT', 'FAILED', 'DROPPED')),
    tries           int         NOT NULL CHECK (tries >= 0),
    requested_at    timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    settled_at      timestamptz,
    last_failure    text CHECK (char_length(last_failure) <= 200),
    CONSTRAINT settled_or_pending CHECK ((state = 'PENDING') = (settled_at IS NULL))
);
CREATE INDEX notification_due ON notification (next_attempt_at) WHERE state = 'PENDING';
CREATE UNIQUE INDEX notification_once ON notification (case_id, attempt, channel);
