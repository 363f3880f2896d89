-- A proposal nobody can decide any more, since the stakeholder spoke or the case went on, says so instead of waiting for ever.
ALTER TABLE override_proposal DROP CONSTRAINT override_proposal_verdict_check;
ALTER TABLE override_proposal ADD CONSTRAINT override_proposal_verdict_check
    CHECK (verdict IN ('APPROVED', 'REFUSED', 'VOID'));
-- Whoever proposed it may be the one who wrote down what the stakeholder said then.
ALTER TABLE override_proposal DROP CONSTRAINT decided_by_a_second_person;
ALTER TABLE override_proposal ADD CONSTRAINT decided_by_a_second_person
    CHECK (verdict = 'VOID' OR decided_by <> requested_by);
UPDATE override_proposal AS p
SET verdict = 'VOID', decided_by = 'system', decided_at = now(), version = p.version + 1
FROM feedback_case AS c
WHERE c.id = p.case_id AND p.verdict IS NULL
  AND (c.attempt <> p.attempt OR c.status NOT IN ('RESOLVED', 'UNREACHABLE'));

-- Lists are newest first; what waits is few, however many were decided.
CREATE INDEX override_proposal_newest ON override_proposal (requested_at, case_id);
CREATE INDEX override_proposal_newest_decided ON override_proposal (verdict, requested_at, case_id);
CREATE INDEX override_proposal_waiting ON override_proposal (requested_at, case_id) WHERE verdict IS NULL;
