-- What can be observed now includes visits to enterprises and what the government says.
ALTER TABLE observation DROP CONSTRAINT observation_source_type_check;
ALTER TABLE observation ADD CONSTRAINT observation_source_type_check
    CHECK (source_type IN ('RESPONSE', 'CASE', 'VISIT', 'COMMENT'));
