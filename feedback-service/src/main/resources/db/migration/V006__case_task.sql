-- What other departments contribute to a case whose department keeps the lead.
CREATE TABLE case_task (
    id          uuid PRIMARY KEY,
    version     bigint      NOT NULL,
    case_id     uuid        NOT NULL REFERENCES feedback_case,
    number      int         NOT NULL CHECK (number > 0),
    department  text        NOT NULL REFERENCES department,
    what        text        NOT NULL CHECK (char_length(what) BETWEEN 1 AND 2000),
    due_at      timestamptz,
    status      text        NOT NULL CHECK (status IN ('OPEN', 'STARTED', 'DONE', 'RETURNED')),
    given_by    text        NOT NULL,
    given_at    timestamptz NOT NULL,
    settled_by  text,
    settled_at  timestamptz,
    result      text CHECK (char_length(result) BETWEEN 1 AND 4000),
    reason      text CHECK (char_length(reason) BETWEEN 1 AND 2000),
    UNIQUE (case_id, number),
    CONSTRAINT done_with_a_result CHECK ((status = 'DONE') = (result IS NOT NULL)),
    CONSTRAINT returned_with_a_reason CHECK ((status = 'RETURNED') = (reason IS NOT NULL)),
    CONSTRAINT settled_by_somebody CHECK (
        (status IN ('DONE', 'RETURNED')) = (settled_at IS NOT NULL)
        AND (settled_at IS NULL) = (settled_by IS NULL))
);
-- Lists are newest first, and ids are in the order of time.
CREATE INDEX case_task_department ON case_task (department, id);
CREATE INDEX case_task_department_status ON case_task (department, status, id);
CREATE INDEX case_task_status ON case_task (status, id);

-- Who was asked to contribute; they may read the case, without whose it is.
ALTER TABLE feedback_case ADD COLUMN co_leads text[] NOT NULL DEFAULT '{}';
ALTER TABLE feedback_case ALTER COLUMN co_leads DROP DEFAULT;
ALTER TABLE timeline_entry ADD COLUMN reference text CHECK (char_length(reference) <= 100);
