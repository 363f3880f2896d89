-- Files beside a case. The row and all its pieces are one transaction: there is a whole file or none.
CREATE TABLE attachment (
    id          uuid PRIMARY KEY,
    case_id     uuid        NOT NULL REFERENCES feedback_case,
    name        text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 150),
    -- As its content shows, whatever the client called it.
    media_type  text        NOT NULL,
    size        bigint      NOT NULL CHECK (size > 0),
    pieces      int         NOT NULL CHECK (pieces > 0),
    sha256      bytea       NOT NULL CHECK (octet_length(sha256) = 32),
    visibility  text        NOT NULL CHECK (visibility IN ('INTERNAL', 'STAKEHOLDER')),
    attached_by text        NOT NULL,
    attached_at timestamptz NOT NULL
);
-- Ids are in the order of time. The same content a second time is a retry.
CREATE INDEX attachment_case ON attachment (case_id, id);
CREATE UNIQUE INDEX attachment_once ON attachment (case_id, sha256);

CREATE TABLE attachment_piece (
    attachment uuid  NOT NULL REFERENCES attachment,
    seq        int   NOT NULL CHECK (seq >= 0),
    bytes      bytea NOT NULL,
    PRIMARY KEY (attachment, seq)
);
-- Pictures and PDF do not get smaller.
ALTER TABLE attachment_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;
