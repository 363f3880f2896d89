-- Quarterly reports to authorities are observed, too.
ALTER TABLE observation DROP CONSTRAINT observation_source_type_check;
ALTER TABLE observation ADD CONSTRAINT observation_source_type_check
    CHECK (source_type IN ('RESPONSE', 'CASE', 'VISIT', 'COMMENT', 'DUTY', 'PLAN_TASK', 'CSR_ELEMENT', 'ROOT_PROJECT', 'STORY',
        'LECTURE', 'LECTURE_PLAN', 'SUPPLY_REPORT'));
