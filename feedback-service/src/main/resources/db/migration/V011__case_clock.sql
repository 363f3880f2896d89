ALTER TABLE feedback_case DROP CONSTRAINT feedback_case_status_check;
ALTER TABLE feedback_case ADD CONSTRAINT feedback_case_status_check CHECK (status IN
    ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CONFIRMED', 'DISPUTED', 'UNREACHABLE', 'CLOSED'));

-- What the clocks said last: for the case's events, and for the list of overdue cases.
ALTER TABLE feedback_case ADD COLUMN response_due_at timestamptz;
ALTER TABLE feedback_case ADD COLUMN resolution_due_at timestamptz;
ALTER TABLE feedback_case ADD COLUMN overdue_since timestamptz;
ALTER TABLE feedback_case ADD COLUMN breach_announced boolean NOT NULL DEFAULT false;
ALTER TABLE feedback_case ADD COLUMN responded_in_time boolean;
ALTER TABLE feedback_case ADD COLUMN resolved_in_time boolean;

-- Only what is overdue is in these: lists cost what they show.
CREATE INDEX feedback_case_overdue ON feedback_case (opened_at, id) WHERE overdue_since IS NOT NULL;
CREATE INDEX feedback_case_overdue_department ON feedback_case (department, opened_at, id)
    WHERE overdue_since IS NOT NULL;

CREATE TABLE case_clock (
    case_id         uuid        NOT NULL REFERENCES feedback_case,
    kind            text        NOT NULL CHECK (kind IN ('FIRST_RESPONSE', 'RESOLUTION', 'CONFIRMATION')),
    -- What was promised when the case came: later changes of a policy or a calendar move nothing by themselves.
    policy_id       uuid        NOT NULL,
    policy_revision int         NOT NULL,
    calendar        text        NOT NULL,
    minutes         bigint      NOT NULL CHECK (minutes > 0),
    ladder          text        NOT NULL,
    started_at      timestamptz,
    running_since   timestamptz,
    paused_since    timestamptz,
    stopped_at      timestamptz,
    consumed_micros bigint      NOT NULL CHECK (consumed_micros >= 0),
    due_at          timestamptz,
    breached        boolean     NOT NULL,
    rung            int         NOT NULL CHECK (rung >= 0),
    next_at         timestamptz,
    PRIMARY KEY (case_id, kind),
    CONSTRAINT runs_pauses_or_stands CHECK (
        num_nonnulls(running_since, paused_since, stopped_at) = (started_at IS NOT NULL)::int),
    CONSTRAINT only_what_runs_is_due CHECK (next_at IS NULL OR running_since IS NOT NULL)
);
-- The tick reads this and nothing else: what is closed, paused or has nothing left to tell is not in it.
CREATE INDEX case_clock_next ON case_clock (next_at, case_id, kind) WHERE next_at IS NOT NULL;
