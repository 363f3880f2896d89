-- Lists of what is not resolved yet: they cost what they show, however many cases are settled.
CREATE INDEX feedback_case_open ON feedback_case (opened_at, id)
    WHERE status IN ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'DISPUTED');
CREATE INDEX feedback_case_open_department ON feedback_case (department, opened_at, id)
    WHERE status IN ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'DISPUTED');
CREATE INDEX feedback_case_open_due ON feedback_case ((coalesce(resolution_due_at, '9999-12-31T00:00:00Z')), id)
    WHERE status IN ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'DISPUTED');
CREATE INDEX feedback_case_open_due_department
    ON feedback_case (department, (coalesce(resolution_due_at, '9999-12-31T00:00:00Z')), id)
    WHERE status IN ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'DISPUTED');
-- What a department began and another one has now.
CREATE INDEX feedback_case_handed_on ON feedback_case (first_receiver, opened_at, id)
    WHERE first_receiver <> department;
CREATE INDEX feedback_case_severity ON feedback_case (severity, opened_at, id);

ALTER TABLE saved_view ADD COLUMN open boolean NOT NULL DEFAULT false;
ALTER TABLE saved_view ADD COLUMN handed_on_by text;
ALTER TABLE saved_view ADD COLUMN sort text CHECK (sort IN ('-openedAt', 'openedAt', 'dueAt', '-dueAt'));
