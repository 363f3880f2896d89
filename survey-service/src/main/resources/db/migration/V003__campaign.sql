CREATE TABLE campaign (
    id             uuid PRIMARY KEY,
    survey_id      uuid        NOT NULL,
    version        int         NOT NULL,
    name           text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    status         text        NOT NULL CHECK (status IN ('DRAFT', 'OPEN', 'CLOSED')),
    opens_at       timestamptz NOT NULL,
    closes_at      timestamptz NOT NULL,
    anonymous      boolean     NOT NULL,
    access         text        NOT NULL CHECK (access IN ('OPEN', 'SINGLE_USE')),
    invited        int         CHECK (invited > 0),
    quota          int         CHECK (quota > 0),
    stations       text[]      NOT NULL DEFAULT '{}',
    department     text        REFERENCES department,
    -- Counted only where a quota needs it, under the row's lock.
    response_count int         NOT NULL DEFAULT 0,
    lock_version   bigint      NOT NULL,
    FOREIGN KEY (survey_id, version) REFERENCES survey_version,
    CHECK (closes_at > opens_at),
    CHECK (quota IS NULL OR response_count <= quota)
);

CREATE TABLE link (
    token       text PRIMARY KEY,
    campaign_id uuid    NOT NULL REFERENCES campaign,
    station     text,
    -- A flag and no time: the moment a token was spent would tell who gave an anonymous answer.
    used        boolean NOT NULL DEFAULT false
);
CREATE INDEX link_campaign ON link (campaign_id, token);
