CREATE TABLE survey (
    id              uuid PRIMARY KEY,
    title           text        NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    side            text        NOT NULL CHECK (side IN ('EMPLOYEE', 'GOVERNMENT', 'ENTERPRISE', 'CUSTOMER')),
    definition      jsonb       NOT NULL,
    measures        jsonb       NOT NULL,
    latest_version  int         NOT NULL DEFAULT 0 CHECK (latest_version >= 0),
    created_at      timestamptz NOT NULL,
    lock_version    bigint      NOT NULL
);

CREATE TABLE survey_version (
    survey_id    uuid        NOT NULL REFERENCES survey,
    version      int         NOT NULL CHECK (version > 0),
    title        text        NOT NULL,
    side         text        NOT NULL,
    definition   jsonb       NOT NULL,
    measures     jsonb       NOT NULL,
    published_at timestamptz NOT NULL,
    PRIMARY KEY (survey_id, version)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published version is immutable';
END $$;

CREATE TRIGGER survey_version_immutable BEFORE UPDATE OR DELETE ON survey_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
