-- Written in the transaction of the timeline's entry: each rung is climbed once, whoever ticks.
CREATE TABLE escalation (
    case_id    uuid        NOT NULL REFERENCES feedback_case,
    clock      text        NOT NULL,
    rung       int         NOT NULL CHECK (rung > 0),
    recipient  text        NOT NULL CHECK (recipient IN ('LIAISON', 'OFFICE', 'LEADER')),
    department text,
    due_at     timestamptz NOT NULL,
    fired_at   timestamptz NOT NULL,
    PRIMARY KEY (case_id, clock, rung)
);
