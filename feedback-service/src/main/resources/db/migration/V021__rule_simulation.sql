-- Trying a version of a rule out on past answers. Only what was tried out is enabled.
CREATE TABLE rule_simulation (
    id           uuid PRIMARY KEY,
    rule_id      uuid        NOT NULL,
    rule_version int         NOT NULL,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    finished_at  timestamptz,
    refusal      text,
    refused_at   int CHECK (refused_at > 0),
    -- Numbers, and some response ids.
    tally        text,
    FOREIGN KEY (rule_id, rule_version) REFERENCES case_rule_version,
    CONSTRAINT refused_as_a_whole CHECK (num_nulls(refusal, refused_at) IN (0, 2)),
    CONSTRAINT finished_with_something CHECK ((finished_at IS NULL) = (refusal IS NULL AND tally IS NULL))
);
CREATE INDEX rule_simulation_newest ON rule_simulation (rule_id, rule_version, id);
