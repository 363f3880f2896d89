ALTER TABLE campaign
    DROP CONSTRAINT campaign_status_check,
    ADD CONSTRAINT campaign_status_check CHECK (status IN ('DRAFT', 'SCHEDULED', 'OPEN', 'CLOSED'));

-- What the clock looks for every second; empty of all campaigns but those that wait for it.
CREATE INDEX campaign_due_to_open ON campaign (opens_at) WHERE status = 'SCHEDULED';
CREATE INDEX campaign_due_to_close ON campaign (closes_at) WHERE status = 'OPEN';
CREATE INDEX campaign_of_survey ON campaign (survey_id, id);
