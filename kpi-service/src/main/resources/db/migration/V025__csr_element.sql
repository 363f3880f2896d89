-- Elements of social responsibility in processes are observed, too. A stage is reached once, so nothing takes it back.
ALTER TABLE observation DROP CONSTRAINT observation_source_type_check;
ALTER TABLE observation ADD CONSTRAINT observation_source_type_check
    CHECK (source_type IN ('RESPONSE', 'CASE', 'VISIT', 'COMMENT', 'DUTY', 'PLAN_TASK', 'CSR_ELEMENT'));
