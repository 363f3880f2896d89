-- What was heard to match, once. The source is a response, or a group of anonymous ones that leads to none of them.
CREATE TABLE rule_match (
    rule_id      uuid        NOT NULL,
    source       uuid        NOT NULL,
    rule_version int         NOT NULL,
    response_id  uuid,
    case_id      uuid,
    matched_at   timestamptz NOT NULL,
    PRIMARY KEY (rule_id, source),
    FOREIGN KEY (rule_id, rule_version) REFERENCES case_rule_version,
    CHECK (response_id IS NULL OR response_id = source)
);
CREATE INDEX rule_match_newest ON rule_match (rule_id, matched_at, source);

-- Which case the matches of a rule share that belong together: of one response, or of a campaign or station on a day.
CREATE TABLE rule_case (
    rule_id uuid NOT NULL REFERENCES case_rule,
    key     text NOT NULL,
    case_id uuid NOT NULL UNIQUE,
    PRIMARY KEY (rule_id, key)
);
