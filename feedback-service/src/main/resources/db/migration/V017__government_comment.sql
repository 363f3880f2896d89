CREATE TABLE government_comment (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    -- Of the registering request: the same commentId with the same content is a retry, with other content a conflict.
    content_digest  bytea       NOT NULL,
    kind            text        NOT NULL CHECK (kind IN ('COMMENT', 'CRITICISM', 'ENDORSEMENT')),
    level           text        NOT NULL CHECK (level ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    title           text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    source_document text        NOT NULL CHECK (char_length(source_document) BETWEEN 1 AND 200),
    verbatim        text        NOT NULL CHECK (char_length(verbatim) BETWEEN 1 AND 4000),
    received_at     timestamptz NOT NULL,
    deadline        timestamptz CHECK (deadline > received_at),
    lead_department text REFERENCES department,
    case_id         uuid UNIQUE REFERENCES feedback_case,
    status          text        NOT NULL CHECK (status IN ('REGISTERED', 'ANSWERED', 'CLOSED')),
    replied_at      timestamptz,
    reply_reference text CHECK (char_length(reply_reference) BETWEEN 1 AND 200),
    acknowledged_at timestamptz,
    registered_at   timestamptz NOT NULL,
    registered_by   text        NOT NULL,
    updated_at      timestamptz NOT NULL,
    CONSTRAINT answered_once_replied CHECK (status <> 'ANSWERED' OR replied_at IS NOT NULL),
    CONSTRAINT closed_once_acknowledged CHECK ((status = 'CLOSED') = (acknowledged_at IS NOT NULL))
);
CREATE INDEX government_comment_latest ON government_comment (received_at, id);
CREATE INDEX government_comment_status ON government_comment (status, received_at, id);
CREATE INDEX government_comment_kind ON government_comment (kind, received_at, id);
CREATE INDEX government_comment_kind_status ON government_comment (kind, status, received_at, id);

-- What the government said is kept to the letter.
CREATE FUNCTION refuse_other_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what the government said is never changed';
END $$;
CREATE TRIGGER government_comment_is_verbatim BEFORE UPDATE OF verbatim, source_document, kind, level, received_at
    ON government_comment FOR EACH ROW
    WHEN ((OLD.verbatim, OLD.source_document, OLD.kind, OLD.level, OLD.received_at)
        IS DISTINCT FROM (NEW.verbatim, NEW.source_document, NEW.kind, NEW.level, NEW.received_at))
    EXECUTE FUNCTION refuse_other_words();
CREATE TRIGGER government_comment_stays BEFORE DELETE ON government_comment
    FOR EACH ROW EXECUTE FUNCTION refuse_other_words();

CREATE TABLE comment_task (
    id          uuid PRIMARY KEY,
    version     bigint      NOT NULL,
    comment     uuid        NOT NULL REFERENCES government_comment,
    -- Repeated here, so that a department's list comes in its order from one index.
    received_at timestamptz NOT NULL,
    department  text        NOT NULL REFERENCES department,
    role        text        NOT NULL CHECK (role IN ('LEAD', 'CO_LEAD')),
    status      text        NOT NULL CHECK (status IN ('OPEN', 'DONE')),
    result      text CHECK (char_length(result) BETWEEN 1 AND 4000),
    done_by     text,
    done_at     timestamptz,
    CONSTRAINT comment_task_once_a_department UNIQUE (comment, department),
    CONSTRAINT done_with_result CHECK (status = 'OPEN' OR (result IS NOT NULL AND done_at IS NOT NULL))
);
CREATE INDEX comment_task_department ON comment_task (department, received_at, comment);

CREATE TABLE comment_entry (
    id         uuid PRIMARY KEY,
    comment    uuid        NOT NULL REFERENCES government_comment,
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    step       text        NOT NULL,
    department text,
    words      text CHECK (char_length(words) <= 4000)
);
CREATE INDEX comment_entry_of ON comment_entry (comment, at, id);
CREATE TRIGGER comment_entry_is_final BEFORE UPDATE OR DELETE ON comment_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Each is fired once, whichever instance finds it due.
CREATE TABLE comment_reminder (
    comment  uuid        NOT NULL REFERENCES government_comment,
    kind     text        NOT NULL,
    due_at   timestamptz NOT NULL,
    fired_at timestamptz,
    PRIMARY KEY (comment, kind)
);
CREATE INDEX comment_reminder_due ON comment_reminder (due_at) WHERE fired_at IS NULL;

-- One organisation, one letter.
CREATE TABLE reply_template (
    id         int PRIMARY KEY CHECK (id = 1),
    version    bigint NOT NULL,
    text       text   NOT NULL CHECK (char_length(text) BETWEEN 1 AND 10000)
);
INSERT INTO reply_template (id, version, text) VALUES (1, 0,
'# 关于《{sourceDocument}》的回复

您好：

{receivedAt}收到的《{sourceDocument}》已由{leadDepartment}办理。来文内容：

{verbatim}

办理情况：

{results}

特此回复。

{today}');
