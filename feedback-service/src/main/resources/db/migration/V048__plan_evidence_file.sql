-- What shows that a task of an improvement plan was done may be a file, too.
ALTER TABLE attachment ADD COLUMN plan_task uuid REFERENCES plan_task;
ALTER TABLE attachment DROP CONSTRAINT attachment_beside_one;
ALTER TABLE attachment ADD CONSTRAINT attachment_beside_one
    CHECK (num_nonnulls(case_id, comment, project, story, plan_task) = 1);
CREATE INDEX attachment_plan_task ON attachment (plan_task, id) WHERE plan_task IS NOT NULL;
CREATE UNIQUE INDEX attachment_once_a_plan_task ON attachment (plan_task, sha256) WHERE plan_task IS NOT NULL;
