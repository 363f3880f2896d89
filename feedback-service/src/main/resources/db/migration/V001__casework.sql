-- A copy of what kpi-service owns; only its events write it.
CREATE TABLE department (
    code    text PRIMARY KEY,
    name    text    NOT NULL,
    name_en text    NOT NULL,
    active  boolean NOT NULL,
    version bigint  NOT NULL
);

CREATE TABLE feedback_case (
    id                       uuid PRIMARY KEY,
    version                  bigint      NOT NULL,
    -- Of the opening request: the same caseId with the same content is a retry, with other content a conflict.
    content_digest           bytea       NOT NULL,
    side                     text        NOT NULL CHECK (side IN ('EMPLOYEE', 'GOVERNMENT', 'ENTERPRISE', 'CUSTOMER')),
    category                 text        NOT NULL CHECK (category ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    severity                 text        NOT NULL CHECK (severity IN ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
    title                    text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    description              text        NOT NULL CHECK (char_length(description) BETWEEN 1 AND 4000),
    -- Personal data: stays in this table.
    stakeholder_name         text CHECK (char_length(stakeholder_name) <= 100),
    stakeholder_phone        text CHECK (char_length(stakeholder_phone) <= 40),
    stakeholder_email        text CHECK (char_length(stakeholder_email) <= 254),
    stakeholder_organisation text CHECK (char_length(stakeholder_organisation) <= 200),
    source_type              text CHECK (char_length(source_type) <= 64),
    source_reference         text CHECK (char_length(source_reference) <= 200),
    status                   text        NOT NULL CHECK (status IN
        ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'RESOLVED', 'CONFIRMED', 'DISPUTED', 'CLOSED')),
    department               text REFERENCES department,
    attempt                  int         NOT NULL CHECK (attempt >= 0),
    root_cause               text CHECK (char_length(root_cause) BETWEEN 1 AND 2000),
    action_taken             text CHECK (char_length(action_taken) BETWEEN 1 AND 4000),
    rating                   int CHECK (rating BETWEEN 1 AND 5),
    received_at              timestamptz NOT NULL,
    opened_at                timestamptz NOT NULL,
    opened_by                text        NOT NULL,
    updated_at               timestamptz NOT NULL,
    -- The end of the timeline's hash chain, so that cutting the chain shows.
    timeline_length          int         NOT NULL CHECK (timeline_length > 0),
    timeline_head            bytea       NOT NULL,
    CONSTRAINT received_before_opened CHECK (received_at <= opened_at),
    CONSTRAINT responsible_once_assigned CHECK ((status = 'RECEIVED') = (department IS NULL)),
    CONSTRAINT resolved_with_cause_and_action CHECK (
        status NOT IN ('RESOLVED', 'CONFIRMED', 'DISPUTED', 'CLOSED')
        OR (attempt > 0 AND root_cause IS NOT NULL AND action_taken IS NOT NULL)),
    CONSTRAINT rated_once_confirmed CHECK ((status IN ('CONFIRMED', 'CLOSED')) = (rating IS NOT NULL))
);

-- Lists are newest first; each filter has an index that already is in that order.
CREATE INDEX feedback_case_newest ON feedback_case (opened_at, id);
CREATE INDEX feedback_case_department ON feedback_case (department, opened_at, id);
CREATE INDEX feedback_case_department_status ON feedback_case (department, status, opened_at, id);
CREATE INDEX feedback_case_status ON feedback_case (status, opened_at, id);
CREATE INDEX feedback_case_side ON feedback_case (side, opened_at, id);
CREATE INDEX feedback_case_side_status ON feedback_case (side, status, opened_at, id);

CREATE TABLE timeline_entry (
    case_id      uuid        NOT NULL REFERENCES feedback_case,
    seq          int         NOT NULL CHECK (seq > 0),
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    step         text        NOT NULL,
    from_status  text,
    to_status    text        NOT NULL,
    department   text,
    root_cause   text,
    action_taken text,
    rating       int,
    note         text CHECK (char_length(note) <= 2000),
    public_note  text CHECK (char_length(public_note) <= 2000),
    hash         bytea       NOT NULL,
    PRIMARY KEY (case_id, seq)
);

-- History is written once.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a timeline entry is never changed';
END $$;
CREATE TRIGGER timeline_entry_is_final BEFORE UPDATE OR DELETE ON timeline_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE confirmation (
    -- SHA-256 of the token: who reads this table cannot answer for a stakeholder.
    token_hash    text PRIMARY KEY,
    version       bigint      NOT NULL,
    case_id       uuid        NOT NULL REFERENCES feedback_case,
    attempt       int         NOT NULL CHECK (attempt > 0),
    requested_by  text        NOT NULL,
    requested_at  timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL CHECK (expires_at > requested_at),
    outcome       text CHECK (outcome IN ('CONFIRMED', 'DISPUTED')),
    answered_at   timestamptz,
    answer_digest bytea,
    CONSTRAINT answered_as_a_whole CHECK (num_nulls(outcome, answered_at, answer_digest) IN (0, 3))
);
CREATE INDEX confirmation_case ON confirmation (case_id);
