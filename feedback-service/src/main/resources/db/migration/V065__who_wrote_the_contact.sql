-- Whose people wrote down how the stakeholder is reached. Whether questions may go there follows from who has the case, which
-- changes after the contact was written.
ALTER TABLE feedback_case ADD COLUMN contact_by text;
UPDATE feedback_case SET contact_by = coalesce(department, first_receiver) WHERE NOT contact_vouched;
ALTER TABLE feedback_case DROP COLUMN contact_vouched;
