-- What the office reads out or types in at the stand: good for some devices and some hours.
CREATE TABLE kiosk_code (
    code         text PRIMARY KEY,
    campaign_id  uuid        NOT NULL REFERENCES campaign,
    station      text,
    link         text        NOT NULL REFERENCES link,
    expires_at   timestamptz NOT NULL,
    devices_left int         NOT NULL CHECK (devices_left >= 0)
);

CREATE TABLE kiosk (
    -- Random, and told to nobody but the device and the office.
    id            text PRIMARY KEY,
    name          text           NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    -- SHA-256 of 256 random bits: nobody can sign in with what is stored here.
    token_hash    bytea          NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    campaign_id   uuid           NOT NULL REFERENCES campaign,
    station       text,
    link          text           NOT NULL REFERENCES link,
    enrolled_at   timestamptz    NOT NULL,
    last_seen_at  timestamptz,
    queued        int            NOT NULL DEFAULT 0 CHECK (queued >= 0),
    last_sequence bigint         NOT NULL DEFAULT 0 CHECK (last_sequence >= 0),
    -- The numbers that have come in, as few ranges as there are gaps.
    arrived       int8multirange NOT NULL DEFAULT '{}',
    revoked_at    timestamptz
);

CREATE INDEX kiosk_campaign ON kiosk (campaign_id, id);

-- Numbers just come in, until they are folded into kiosk.arrived. No response id and no time: which answers bore which
-- number would tell the order in which anonymous visitors stood at the kiosk.
CREATE TABLE kiosk_arrival (
    kiosk_id text   NOT NULL,
    sequence bigint NOT NULL,
    PRIMARY KEY (kiosk_id, sequence)
);
