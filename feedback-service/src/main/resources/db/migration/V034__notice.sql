-- Who is told. An address is personal data; it stands here and nowhere else.
CREATE TABLE recipient (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL,
    audience   text        NOT NULL CHECK (audience IN ('LIAISON', 'OFFICE', 'LEADER')),
    -- Of whose matters they hear; null for those of all.
    department text REFERENCES department,
    channel    text        NOT NULL CHECK (channel IN ('SMS', 'EMAIL')),
    address    text        NOT NULL CHECK (char_length(address) BETWEEN 1 AND 254),
    locale     text        NOT NULL CHECK (locale IN ('zh-CN', 'en')),
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT liaison_of_a_department CHECK (audience <> 'LIAISON' OR department IS NOT NULL)
);
CREATE UNIQUE INDEX recipient_once ON recipient (channel, address, audience, coalesce(department, ''));

-- What they are still to be told, and what they were. Without a reference to the recipient, whose row goes when they do.
CREATE TABLE notice (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    recipient       uuid        NOT NULL,
    cause           uuid        NOT NULL,
    occasion        text        NOT NULL,
    subject         uuid        NOT NULL,
    department      text,
    due_at          timestamptz,
    channel         text        NOT NULL CHECK (channel IN ('SMS', 'EMAIL')),
    state           text        NOT NULL CHECK (state IN ('PENDING', 'SENT', 'FAILED', 'DROPPED')),
    tries           int         NOT NULL CHECK (tries >= 0),
    requested_at    timestamptz NOT NULL,
    next_attempt_at timestamptz NOT NULL,
    settled_at      timestamptz,
    last_failure    text CHECK (char_length(last_failure) <= 200),
    CONSTRAINT notice_settled_or_pending CHECK ((state = 'PENDING') = (settled_at IS NULL)),
    CONSTRAINT notice_once UNIQUE (recipient, cause)
);
CREATE INDEX notice_due ON notice (next_attempt_at) WHERE state = 'PENDING';
CREATE INDEX notice_pending_about ON notice (subject) WHERE state = 'PENDING';
CREATE INDEX notice_newest ON notice (requested_at, id);
CREATE INDEX notice_newest_in_state ON notice (state, requested_at, id);
