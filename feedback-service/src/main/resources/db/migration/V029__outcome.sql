-- "You said, we did": what became of a case, told to everybody in words of the office.
CREATE TABLE outcome (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    content_digest bytea       NOT NULL,
    case_id        uuid        NOT NULL REFERENCES feedback_case,
    side           text        NOT NULL CHECK (side IN ('EMPLOYEE', 'GOVERNMENT', 'ENTERPRISE', 'CUSTOMER')),
    month          date        NOT NULL CHECK (extract(day FROM month) = 1),
    department     text        NOT NULL REFERENCES department,
    -- Whether the public is told the department; decided when it is published.
    named          boolean     NOT NULL,
    you_said       text        NOT NULL CHECK (char_length(you_said) BETWEEN 1 AND 1000),
    we_did         text        NOT NULL CHECK (char_length(we_did) BETWEEN 1 AND 1000),
    you_said_en    text CHECK (char_length(you_said_en) BETWEEN 1 AND 2000),
    we_did_en      text CHECK (char_length(we_did_en) BETWEEN 1 AND 2000),
    status         text        NOT NULL CHECK (status IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    authors        text[]      NOT NULL CHECK (cardinality(authors) > 0),
    drafted_at     timestamptz NOT NULL,
    approved_by    text,
    published_at   timestamptz,
    withdrawn_by   text,
    withdrawn_at   timestamptz,
    reason         text CHECK (char_length(reason) BETWEEN 1 AND 2000),
    CONSTRAINT both_in_english_or_none CHECK ((you_said_en IS NULL) = (we_did_en IS NULL)),
    CONSTRAINT approved_by_another CHECK (approved_by <> ALL (authors)),
    CONSTRAINT published_once_approved CHECK (num_nulls(approved_by, published_at) IN (0, 2)),
    CONSTRAINT published_as_a_whole CHECK (status <> 'PUBLISHED' OR published_at IS NOT NULL),
    CONSTRAINT withdrawn_as_a_whole CHECK (
        (status = 'WITHDRAWN') = (withdrawn_at IS NOT NULL) AND num_nulls(withdrawn_by, withdrawn_at, reason) IN (0, 3))
);
-- One at a time of a case.
CREATE UNIQUE INDEX outcome_of_case ON outcome (case_id) WHERE status <> 'WITHDRAWN';
CREATE INDEX outcome_published ON outcome (published_at, id) WHERE status = 'PUBLISHED';
CREATE INDEX outcome_published_side ON outcome (side, published_at, id) WHERE status = 'PUBLISHED';
CREATE INDEX outcome_latest ON outcome (drafted_at, id);
CREATE INDEX outcome_status ON outcome (status, drafted_at, id);
