-- The case library: what was achieved, told to everybody once a second person has read it.
CREATE TABLE case_story (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    content_digest bytea       NOT NULL,
    department     text        NOT NULL REFERENCES department,
    title          text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 100),
    summary        text        NOT NULL CHECK (char_length(summary) BETWEEN 1 AND 500),
    body           text        NOT NULL CHECK (char_length(body) BETWEEN 1 AND 10000),
    title_en       text CHECK (char_length(title_en) BETWEEN 1 AND 200),
    summary_en     text CHECK (char_length(summary_en) BETWEEN 1 AND 1000),
    body_en        text CHECK (char_length(body_en) BETWEEN 1 AND 20000),
    status         text        NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'PUBLISHED', 'WITHDRAWN')),
    authors        text[]      NOT NULL CHECK (cardinality(authors) > 0),
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    -- Why it was given back or taken back.
    reason         text CHECK (char_length(reason) BETWEEN 1 AND 2000),
    -- By which everybody finds it.
    slug           text UNIQUE CHECK (slug ~ '^[a-z0-9-]{4,40}$'),
    approved_by    text,
    published_at   timestamptz,
    withdrawn_by   text,
    withdrawn_at   timestamptz,
    CONSTRAINT english_as_a_whole CHECK (num_nulls(title_en, summary_en, body_en) IN (0, 3)),
    CONSTRAINT published_as_a_whole CHECK (
        num_nulls(slug, approved_by, published_at) IN (0, 3)
        AND (status <> 'PUBLISHED' OR slug IS NOT NULL)
        AND (status NOT IN ('DRAFT', 'SUBMITTED') OR slug IS NULL)),
    CONSTRAINT published_by_another CHECK (approved_by <> ALL (authors)),
    CONSTRAINT withdrawn_as_a_whole CHECK (
        (status = 'WITHDRAWN') = (withdrawn_at IS NOT NULL) AND num_nulls(withdrawn_by, withdrawn_at) IN (0, 2))
);
CREATE INDEX case_story_latest ON case_story (created_at, id);
CREATE INDEX case_story_department ON case_story (department, created_at, id);
CREATE INDEX case_story_status ON case_story (status, created_at, id);
CREATE INDEX case_story_department_status ON case_story (department, status, created_at, id);
CREATE INDEX case_story_published ON case_story (published_at, id) WHERE status = 'PUBLISHED';

-- What it was written from.
CREATE TABLE case_story_case (
    story   uuid NOT NULL REFERENCES case_story,
    case_id uuid NOT NULL REFERENCES feedback_case,
    PRIMARY KEY (story, case_id)
);
CREATE INDEX case_story_case_case ON case_story_case (case_id);
CREATE TABLE case_story_project (
    story   uuid NOT NULL REFERENCES case_story,
    project uuid NOT NULL REFERENCES root_project,
    PRIMARY KEY (story, project)
);
CREATE INDEX case_story_project_project ON case_story_project (project);

-- Pictures are files beside the story; those named here are shown, in this order, and said in words.
ALTER TABLE attachment ADD COLUMN story uuid REFERENCES case_story;
ALTER TABLE attachment DROP CONSTRAINT attachment_beside_one;
ALTER TABLE attachment ADD CONSTRAINT attachment_beside_one
    CHECK (num_nonnulls(case_id, comment, project, story) = 1);
CREATE INDEX attachment_story ON attachment (story, id) WHERE story IS NOT NULL;
CREATE UNIQUE INDEX attachment_once_a_story ON attachment (story, sha256) WHERE story IS NOT NULL;
CREATE TABLE case_story_picture (
    story    uuid NOT NULL REFERENCES case_story,
    number   int  NOT NULL CHECK (number BETWEEN 0 AND 11),
    picture  uuid NOT NULL REFERENCES attachment,
    words    text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 300),
    words_en text CHECK (char_length(words_en) BETWEEN 1 AND 300),
    PRIMARY KEY (story, number)
);

-- What published stories are found by, as pairs of signs (ADR 31); of others there is nothing.
CREATE TABLE case_story_text (
    story uuid PRIMARY KEY REFERENCES case_story,
    words tsvector NOT NULL
);
CREATE INDEX case_story_text_words ON case_story_text USING gin (words);

-- The story of a month: one each, and each of one month.
CREATE TABLE story_of_month (
    month     date PRIMARY KEY CHECK (extract(day FROM month) = 1),
    version   bigint      NOT NULL,
    story     uuid        NOT NULL UNIQUE REFERENCES case_story,
    chosen_by text        NOT NULL,
    chosen_at timestamptz NOT NULL
);

CREATE TABLE story_entry (
    id    uuid PRIMARY KEY,
    story uuid        NOT NULL REFERENCES case_story,
    at    timestamptz NOT NULL,
    actor text        NOT NULL,
    step  text        NOT NULL CHECK (step IN ('WRITTEN', 'REVISED', 'PICTURE_ADDED', 'SUBMITTED', 'RETURNED', 'PUBLISHED',
        'WITHDRAWN', 'CHOSEN')),
    words text CHECK (char_length(words) BETWEEN 1 AND 2000)
);
CREATE INDEX story_entry_story ON story_entry (story, id);
CREATE TRIGGER story_entry_is_final BEFORE UPDATE OR DELETE ON story_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
