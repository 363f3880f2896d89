-- Rules that open cases of survey answers. What they match is found by survey-service, which has the answers.
CREATE TABLE case_rule (
    id          uuid PRIMARY KEY,
    revision    bigint  NOT NULL,
    version     int     NOT NULL CHECK (version > 0),
    name        text    NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    enabled     boolean NOT NULL,
    priority    int     NOT NULL CHECK (priority BETWEEN 1 AND 1000),
    stop        boolean NOT NULL,
    condition   text    NOT NULL CHECK (char_length(condition) BETWEEN 1 AND 4000),
    side        text CHECK (side IN ('EMPLOYEE', 'GOVERNMENT', 'ENTERPRISE', 'CUSTOMER')),
    survey_id   uuid,
    campaign_id uuid,
    once        text    NOT NULL CHECK (once IN ('RESPONSE', 'STATION_DAY', 'CAMPAIGN_DAY')),
    category    text    NOT NULL CHECK (category ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    severity    text CHECK (severity IN ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
    department  text REFERENCES department,
    title       text    NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    description text    NOT NULL CHECK (char_length(description) BETWEEN 1 AND 4000),
    created_by  text    NOT NULL,
    created_at  timestamptz NOT NULL,
    changed_by  text    NOT NULL,
    changed_at  timestamptz NOT NULL
);
CREATE INDEX case_rule_order ON case_rule (priority, id);
CREATE INDEX case_rule_enabled ON case_rule (enabled, priority, id);

-- What a rule said: a match of an older version may arrive after a change.
CREATE TABLE case_rule_version (
    rule_id     uuid    NOT NULL REFERENCES case_rule,
    version     int     NOT NULL CHECK (version > 0),
    priority    int     NOT NULL CHECK (priority BETWEEN 1 AND 1000),
    stop        boolean NOT NULL,
    condition   text    NOT NULL CHECK (char_length(condition) BETWEEN 1 AND 4000),
    side        text CHECK (side IN ('EMPLOYEE', 'GOVERNMENT', 'ENTERPRISE', 'CUSTOMER')),
    survey_id   uuid,
    campaign_id uuid,
    once        text    NOT NULL CHECK (once IN ('RESPONSE', 'STATION_DAY', 'CAMPAIGN_DAY')),
    category    text    NOT NULL CHECK (category ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    severity    text CHECK (severity IN ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
    department  text REFERENCES department,
    title       text    NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    description text    NOT NULL CHECK (char_length(description) BETWEEN 1 AND 4000),
    written_by  text    NOT NULL,
    written_at  timestamptz NOT NULL,
    PRIMARY KEY (rule_id, version)
);
