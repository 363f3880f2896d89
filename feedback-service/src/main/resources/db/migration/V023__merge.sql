-- Of two cases about one matter one goes on; the other says which, and where it stood.
ALTER TABLE feedback_case
    ADD COLUMN merged_into uuid REFERENCES feedback_case CHECK (merged_into <> id),
    ADD COLUMN merged_from text CHECK (merged_from IN ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING'));
ALTER TABLE feedback_case DROP CONSTRAINT feedback_case_status_check;
ALTER TABLE feedback_case ADD CONSTRAINT feedback_case_status_check CHECK (status IN
    ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CONFIRMED', 'DISPUTED', 'UNREACHABLE', 'CLOSED',
     'MERGED'));
ALTER TABLE feedback_case DROP CONSTRAINT responsible_once_assigned;
ALTER TABLE feedback_case ADD CONSTRAINT responsible_once_assigned
    CHECK ((coalesce(merged_from, status) = 'RECEIVED') = (department IS NULL));
ALTER TABLE feedback_case ADD CONSTRAINT merged_as_a_whole CHECK (
    (status = 'MERGED') = (merged_into IS NOT NULL) AND (status = 'MERGED') = (merged_from IS NOT NULL));

CREATE INDEX feedback_case_merged_into ON feedback_case (merged_into, id) WHERE merged_into IS NOT NULL;
-- Where possible duplicates are looked for.
CREATE INDEX feedback_case_alike ON feedback_case (side, category, opened_at, id);
CREATE INDEX feedback_case_organisation ON feedback_case (stakeholder_organisation, opened_at, id)
    WHERE stakeholder_organisation IS NOT NULL;

-- Whoever brought a duplicate is asked about the resolution of the case that went on.
ALTER TABLE confirmation ADD COLUMN about uuid REFERENCES feedback_case;
UPDATE confirmation SET about = case_id;
ALTER TABLE confirmation ALTER COLUMN about SET NOT NULL;
ALTER TABLE notification ADD COLUMN about uuid REFERENCES feedback_case;
UPDATE notification SET about = case_id;
ALTER TABLE notification ALTER COLUMN about SET NOT NULL;
DROP INDEX notification_once;
CREATE UNIQUE INDEX notification_once ON notification (case_id, about, attempt, channel);
