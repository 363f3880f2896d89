-- What duty is performed in: codes with names, until there is a register of processes that says more of them.
CREATE TABLE post (
    code    text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    version bigint NOT NULL,
    name    text   NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    name_en text   NOT NULL CHECK (char_length(name_en) BETWEEN 1 AND 100)
);
CREATE TABLE process (
    code    text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    version bigint NOT NULL,
    name    text   NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    name_en text   NOT NULL CHECK (char_length(name_en) BETWEEN 1 AND 100)
);

-- How a duty was performed in a month, as somebody of another department saw it.
CREATE TABLE duty_record (
    id             uuid PRIMARY KEY,
    version        bigint        NOT NULL,
    content_digest bytea         NOT NULL,
    month          date          NOT NULL CHECK (extract(day FROM month) = 1),
    department     text          NOT NULL REFERENCES department,
    post           text COLLATE "C" NOT NULL REFERENCES post,
    process        text COLLATE "C" NOT NULL REFERENCES process,
    -- What the present revision is counted as.
    entry          uuid          NOT NULL,
    revision       int           NOT NULL CHECK (revision > 0),
    score          numeric(5, 2) NOT NULL CHECK (score BETWEEN 0 AND 100),
    kept           boolean,
    note           text CHECK (char_length(note) BETWEEN 1 AND 2000),
    withdrawn      boolean       NOT NULL,
    recorded_by    text          NOT NULL,
    recorded_at    timestamptz   NOT NULL,
    updated_at     timestamptz   NOT NULL,
    CONSTRAINT all_or_nothing CHECK (kept IS NULL OR score = CASE WHEN kept THEN 100 ELSE 0 END)
);
-- One of a post in a process and month; what was withdrawn makes room.
CREATE UNIQUE INDEX duty_once ON duty_record (month, department, post, process) WHERE NOT withdrawn;
-- Lists are by month, the latest first; each filter has an index that already is in that order.
CREATE INDEX duty_latest ON duty_record (month, id);
CREATE INDEX duty_department ON duty_record (department, month, id);
CREATE INDEX duty_recorded_by ON duty_record (recorded_by, month, id);

CREATE TABLE duty_revision (
    record    uuid          NOT NULL REFERENCES duty_record,
    revision  int           NOT NULL CHECK (revision > 0),
    entry     uuid          NOT NULL,
    score     numeric(5, 2),
    kept      boolean,
    note      text,
    actor     text          NOT NULL,
    at        timestamptz   NOT NULL,
    withdrawn boolean       NOT NULL,
    PRIMARY KEY (record, revision)
);
CREATE TRIGGER duty_revision_is_final BEFORE UPDATE OR DELETE ON duty_revision
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
