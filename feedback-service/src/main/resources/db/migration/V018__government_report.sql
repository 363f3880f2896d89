-- What the company reports regularly to the government, and how that was received.
CREATE TABLE government_report (
    id                 uuid PRIMARY KEY,
    version            bigint      NOT NULL,
    content_digest     bytea       NOT NULL,
    kind               text        NOT NULL CHECK (kind IN ('SUPPLY_REPORT', 'DEMAND_ANALYSIS', 'OTHER')),
    title              text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    period             text        NOT NULL CHECK (period ~ '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
    sent_to            text        NOT NULL CHECK (char_length(sent_to) BETWEEN 1 AND 200),
    sent_at            timestamptz NOT NULL,
    document_reference text CHECK (char_length(document_reference) BETWEEN 1 AND 200),
    received_at        timestamptz CHECK (received_at >= sent_at),
    received_by        text CHECK (char_length(received_by) BETWEEN 1 AND 200),
    -- The endorsement the report earned.
    endorsement        uuid REFERENCES government_comment,
    registered_at      timestamptz NOT NULL,
    registered_by      text        NOT NULL
);
CREATE INDEX government_report_latest ON government_report (sent_at, id);
CREATE INDEX government_report_kind ON government_report (kind, sent_at, id);
