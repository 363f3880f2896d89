-- A department that was to answer and is not any more: what it has done stays to be read.
ALTER TABLE comment_task DROP CONSTRAINT comment_task_status_check;
ALTER TABLE comment_task ADD CONSTRAINT comment_task_status_check CHECK (status IN ('OPEN', 'DONE', 'WITHDRAWN'));
ALTER TABLE comment_task DROP CONSTRAINT done_with_result;
ALTER TABLE comment_task ADD CONSTRAINT done_with_result
    CHECK (status <> 'DONE' OR (result IS NOT NULL AND done_at IS NOT NULL));

-- Of a lead that was replaced: who led.
ALTER TABLE comment_entry ADD COLUMN former_department text;
