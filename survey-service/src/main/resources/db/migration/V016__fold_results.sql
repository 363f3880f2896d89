-- A day is folded in steps of bounded size; the last response that was counted is where the next step begins. The days
-- there are were counted whole.
ALTER TABLE result_day
    ADD COLUMN complete boolean NOT NULL DEFAULT true,
    ADD COLUMN folded_at timestamptz,
    ADD COLUMN folded_id uuid,
    ADD CHECK ((folded_at IS NULL) = (folded_id IS NULL));
ALTER TABLE result_day ALTER COLUMN complete DROP DEFAULT;

-- Answers of the days before are counted. Once none can come in any more the campaign is not looked at again.
ALTER TABLE campaign
    ADD COLUMN results_until date,
    ADD COLUMN results_final boolean NOT NULL DEFAULT false;
CREATE INDEX campaign_with_results_due ON campaign (id) WHERE NOT results_final AND status <> 'DRAFT';
