-- What the parent company is told of an improvement plan, month by month.
CREATE TABLE plan_report (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    content_digest bytea       NOT NULL,
    plan           uuid        NOT NULL REFERENCES improvement_plan,
    month          text        NOT NULL CHECK (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    status         text        NOT NULL CHECK (status IN ('DRAFT', 'APPROVED', 'SENT')),
    remarks        text CHECK (char_length(remarks) BETWEEN 1 AND 4000),
    next_steps     text CHECK (char_length(next_steps) BETWEEN 1 AND 4000),
    help_wanted    text CHECK (char_length(help_wanted) BETWEEN 1 AND 4000),
    authors        text[]      NOT NULL CHECK (cardinality(authors) > 0),
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    approved_by    text,
    approved_at    timestamptz,
    edition        uuid REFERENCES edition,
    sent_by        text,
    sent_at        timestamptz,
    sent_how       text CHECK (char_length(sent_how) BETWEEN 1 AND 200),
    UNIQUE (plan, month),
    CONSTRAINT plan_report_approved_as_a_whole CHECK (
        (status = 'DRAFT') = (edition IS NULL) AND num_nulls(approved_by, approved_at, edition) IN (0, 3)),
    CONSTRAINT plan_report_approved_by_another CHECK (approved_by IS NULL OR NOT approved_by = ANY (authors)),
    CONSTRAINT plan_report_sent_as_a_whole CHECK (
        (status = 'SENT') = (sent_at IS NOT NULL) AND num_nulls(sent_by, sent_at, sent_how) IN (0, 3))
);

-- How the figures moved which the plan's actions should move: asked of kpi-service by whoever writes the report.
CREATE TABLE plan_report_figure (
    report        uuid NOT NULL REFERENCES plan_report,
    number        int  NOT NULL CHECK (number BETWEEN 0 AND 199),
    department    text NOT NULL REFERENCES department,
    indicator     text NOT NULL CHECK (indicator ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    period_before text NOT NULL CHECK (period_before ~ '^[0-9]{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
    value_before  numeric(16, 4),
    period_now    text NOT NULL CHECK (period_now ~ '^[0-9]{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
    value_now     numeric(16, 4),
    PRIMARY KEY (report, number)
);

-- Whom the office was reminded of, each month once.
CREATE TABLE plan_report_reminder (
    plan     uuid        NOT NULL REFERENCES improvement_plan,
    month    text        NOT NULL,
    fired_at timestamptz NOT NULL,
    PRIMARY KEY (plan, month)
);
