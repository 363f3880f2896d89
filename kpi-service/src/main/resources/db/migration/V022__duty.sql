-- Records of duties are observed, too, and can be taken back like responses.
ALTER TABLE observation DROP CONSTRAINT observation_source_type_check;
ALTER TABLE observation ADD CONSTRAINT observation_source_type_check
    CHECK (source_type IN ('RESPONSE', 'CASE', 'VISIT', 'COMMENT', 'DUTY'));
DROP INDEX observation_source;
CREATE INDEX observation_source ON observation (source_id) WHERE source_type IN ('RESPONSE', 'DUTY');
