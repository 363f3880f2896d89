-- Lists of cases by the time they are to be resolved by, whatever they are narrowed to.
CREATE INDEX feedback_case_due ON feedback_case ((coalesce(resolution_due_at, '9999-12-31T00:00:00Z')), id);
CREATE INDEX feedback_case_due_department
    ON feedback_case (department, (coalesce(resolution_due_at, '9999-12-31T00:00:00Z')), id);
CREATE INDEX feedback_case_due_status
    ON feedback_case (status, (coalesce(resolution_due_at, '9999-12-31T00:00:00Z')), id);
CREATE INDEX feedback_case_due_department_status
    ON feedback_case (department, status, (coalesce(resolution_due_at, '9999-12-31T00:00:00Z')), id);
