-- Files beside what the government said, kept as those beside cases are.
ALTER TABLE attachment ALTER COLUMN case_id DROP NOT NULL;
ALTER TABLE attachment ADD COLUMN comment uuid REFERENCES government_comment;
ALTER TABLE attachment ADD CONSTRAINT attachment_beside_one CHECK (num_nonnulls(case_id, comment) = 1);
CREATE INDEX attachment_comment ON attachment (comment, id) WHERE comment IS NOT NULL;
CREATE UNIQUE INDEX attachment_once_a_comment ON attachment (comment, sha256) WHERE comment IS NOT NULL;
