-- The client's id is the key: posting the same response again finds it, however late.
-- No other index and no foreign key on this path: the insert itself joins the open campaign.
CREATE TABLE response (
    response_id     uuid PRIMARY KEY,
    campaign_id     uuid        NOT NULL,
    station         text,
    -- SHA-256 over the canonical JSON of what was posted.
    content_hash    bytea       NOT NULL CHECK (length(content_hash) = 32),
    answers         jsonb       NOT NULL,
    locale          text        NOT NULL,
    started_at      timestamptz,
    submitted_at    timestamptz NOT NULL,
    received_at     timestamptz NOT NULL,
    device_id       text,
    device_sequence bigint,
    withdrawn_at    timestamptz
);

-- Signs receipts, so that a receipt needs no column and cannot be guessed from a response id. Made at first start.
CREATE TABLE receipt_key (
    id  int PRIMARY KEY CHECK (id = 1),
    key bytea NOT NULL
);
