-- The issue of a month (ADR 49). What it says is a document: read whole, never asked for by its parts.
CREATE TABLE briefing (
    id            uuid PRIMARY KEY,
    period        text COLLATE "C" NOT NULL UNIQUE CHECK (period ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    number        int         UNIQUE CHECK (number >= 1),
    status        text        NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'PUBLISHED')),
    content       text        NOT NULL,
    created_at    timestamptz NOT NULL,
    changed_at    timestamptz NOT NULL,
    submitted_at  timestamptz,
    submitted_by  text,
    return_reason text        CHECK (length(return_reason) BETWEEN 1 AND 500),
    returned_by   text,
    published_at  timestamptz,
    published_by  text        CHECK (published_by <> submitted_by),
    edition       text,
    edition_hash  text        CHECK (edition_hash ~ '^[0-9a-f]{64}$'),
    version       bigint      NOT NULL,
    CHECK ((status = 'DRAFT') = (submitted_at IS NULL)),
    CHECK ((submitted_at IS NULL) = (submitted_by IS NULL)),
    CHECK ((return_reason IS NULL) = (returned_by IS NULL)),
    CHECK ((status = 'PUBLISHED') = (number IS NOT NULL)),
    CHECK ((status = 'PUBLISHED') = (published_at IS NOT NULL)),
    CHECK ((status = 'PUBLISHED') = (published_by IS NOT NULL)),
    CHECK ((status = 'PUBLISHED') = (edition IS NOT NULL)),
    CHECK ((status = 'PUBLISHED') = (edition_hash IS NOT NULL))
);
-- What most readers ask for.
CREATE INDEX briefing_by_status ON briefing (status, period);

-- Who has written in it, and so does not approve it.
CREATE TABLE briefing_author (
    briefing uuid NOT NULL REFERENCES briefing (id),
    author   text NOT NULL,
    PRIMARY KEY (briefing, author)
);

-- An organisation has one, or the built-in one.
CREATE TABLE briefing_template (
    id         int PRIMARY KEY CHECK (id = 1),
    version    bigint      NOT NULL CHECK (version >= 1),
    content    text        NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text        NOT NULL
);

CREATE FUNCTION published_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status = 'PUBLISHED' THEN
        RAISE EXCEPTION 'A published briefing does not change';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER published_stays BEFORE UPDATE OR DELETE ON briefing
    FOR EACH ROW EXECUTE FUNCTION published_stays();
