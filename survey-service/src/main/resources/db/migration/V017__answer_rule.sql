-- The rules as feedback-service publishes them; written by its events only.
CREATE TABLE answer_rule (
    rule_id     uuid PRIMARY KEY,
    version     int     NOT NULL CHECK (version > 0),
    revision    bigint  NOT NULL,
    enabled     boolean NOT NULL,
    -- Answers of earlier days were given before the rule was there.
    since       date    NOT NULL,
    priority    int     NOT NULL,
    stop        boolean NOT NULL,
    condition   text    NOT NULL,
    side        text CHECK (side IN ('EMPLOYEE', 'GOVERNMENT', 'ENTERPRISE', 'CUSTOMER')),
    survey_id   uuid,
    campaign_id uuid,
    once        text    NOT NULL CHECK (once IN ('RESPONSE', 'STATION_DAY', 'CAMPAIGN_DAY'))
);
CREATE INDEX answer_rule_enabled ON answer_rule (rule_id) WHERE enabled;

-- Anonymous answers that matched and are too few yet to be told of. A number, and nothing that leads to one of them.
CREATE TABLE anonymous_match (
    rule_id      uuid NOT NULL,
    campaign_id  uuid NOT NULL REFERENCES campaign,
    rule_version int  NOT NULL,
    waiting      int  NOT NULL CHECK (waiting >= 0),
    PRIMARY KEY (rule_id, campaign_id)
);

-- Rules were held against the days before.
ALTER TABLE campaign ADD COLUMN matched_until date;
CREATE INDEX campaign_to_match ON campaign (matched_until NULLS FIRST, id) WHERE anonymous AND status <> 'DRAFT';
