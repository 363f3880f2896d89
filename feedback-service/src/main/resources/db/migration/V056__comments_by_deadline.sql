-- Repeated in the task as the day of receipt is, so that a department's list comes in its order from one index.
ALTER TABLE comment_task ADD COLUMN deadline timestamptz;
UPDATE comment_task SET deadline = said.deadline FROM government_comment AS said WHERE said.id = comment_task.comment;

-- Lists by the day of the answer, whatever they are narrowed to; what has none comes after all that have one.
CREATE INDEX government_comment_due ON government_comment ((coalesce(deadline, '9999-12-31T00:00:00Z')), id);
CREATE INDEX government_comment_due_status
    ON government_comment (status, (coalesce(deadline, '9999-12-31T00:00:00Z')), id);
CREATE INDEX government_comment_due_kind ON government_comment (kind, (coalesce(deadline, '9999-12-31T00:00:00Z')), id);
CREATE INDEX government_comment_due_kind_status
    ON government_comment (kind, status, (coalesce(deadline, '9999-12-31T00:00:00Z')), id);
CREATE INDEX comment_task_due ON comment_task (department, (coalesce(deadline, '9999-12-31T00:00:00Z')), comment);
