-- Papers of an issue in a language, made step by step (ADR 56): the last time they were ordered.
CREATE TABLE briefing_production (
    briefing     uuid        NOT NULL REFERENCES briefing (id) ON DELETE CASCADE,
    language     text        NOT NULL CHECK (language IN ('zh-CN', 'en')),
    state        text        NOT NULL CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    tries        int         NOT NULL CHECK (tries BETWEEN 0 AND 3),
    ordered_at   timestamptz NOT NULL,
    finished_at  timestamptz,
    version      bigint,
    edition      text,
    edition_hash text        CHECK (edition_hash ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (briefing, language),
    CHECK ((state IN ('DONE', 'FAILED')) = (finished_at IS NOT NULL)),
    CHECK ((edition IS NULL) = (edition_hash IS NULL)),
    CHECK ((edition IS NULL) = (version IS NULL)),
    CHECK (state <> 'DONE' OR edition IS NOT NULL)
);
-- What there is to do, the longest waiting first.
CREATE INDEX briefing_production_to_do ON briefing_production (ordered_at) WHERE state IN ('WAITING', 'RUNNING');

CREATE TABLE briefing_paper (
    briefing uuid  NOT NULL,
    language text  NOT NULL,
    form     text  NOT NULL CHECK (form IN ('HTML', 'PDF', 'DOCX')),
    content  bytea NOT NULL,
    PRIMARY KEY (briefing, language, form),
    FOREIGN KEY (briefing, language) REFERENCES briefing_production (briefing, language) ON DELETE CASCADE
);
