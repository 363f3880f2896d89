-- The five-in-one register: what was bare codes becomes processes with steps, duties, standards, institutions and performance.
ALTER TABLE post
    ADD COLUMN department text REFERENCES department,
    ADD COLUMN key_post   boolean NOT NULL DEFAULT false,
    ADD COLUMN active     boolean NOT NULL DEFAULT true;
ALTER TABLE post ALTER COLUMN key_post DROP DEFAULT, ALTER COLUMN active DROP DEFAULT;

ALTER TABLE process
    ADD COLUMN department       text REFERENCES department,
    ADD COLUMN key_process      boolean NOT NULL DEFAULT false,
    ADD COLUMN typical_business boolean NOT NULL DEFAULT false,
    ADD COLUMN active           boolean NOT NULL DEFAULT true;
ALTER TABLE process
    ALTER COLUMN key_process DROP DEFAULT, ALTER COLUMN typical_business DROP DEFAULT, ALTER COLUMN active DROP DEFAULT;
CREATE INDEX process_department ON process (department, code);

-- How the duties of a post, or in a process, were performed.
CREATE INDEX duty_post ON duty_record (post, month, id);
CREATE INDEX duty_process ON duty_record (process, month, id);

-- Steps are given up and never deleted: cases and elements name them. One that was given up has no number.
CREATE TABLE process_step (
    process text COLLATE "C" NOT NULL REFERENCES process,
    code    text COLLATE "C" NOT NULL CHECK (code ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    number  int CHECK (number BETWEEN 1 AND 100),
    name    text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    name_en text CHECK (char_length(name_en) BETWEEN 1 AND 100),
    post    text COLLATE "C" REFERENCES post,
    PRIMARY KEY (process, code),
    -- Rows are written one after the other; the order is right when all are.
    CONSTRAINT one_step_at_a_place UNIQUE (process, number) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX process_step_post ON process_step (post);
CREATE FUNCTION refuse_removal_of_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a step of a process is given up, never removed';
END $$;
CREATE TRIGGER process_step_stays BEFORE DELETE ON process_step
    FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_step();

CREATE TABLE process_duty (
    process text COLLATE "C" NOT NULL REFERENCES process,
    number  int  NOT NULL CHECK (number BETWEEN 0 AND 199),
    post    text COLLATE "C" REFERENCES post,
    duty    text NOT NULL CHECK (char_length(duty) BETWEEN 1 AND 500),
    PRIMARY KEY (process, number)
);
CREATE INDEX process_duty_post ON process_duty (post);
CREATE TABLE process_standard (
    process   text COLLATE "C" NOT NULL REFERENCES process,
    number    int  NOT NULL CHECK (number BETWEEN 0 AND 99),
    code      text CHECK (char_length(code) BETWEEN 1 AND 64),
    title     text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    reference text CHECK (char_length(reference) BETWEEN 1 AND 500),
    PRIMARY KEY (process, number)
);
CREATE TABLE process_institution (LIKE process_standard INCLUDING ALL);
ALTER TABLE process_institution ADD FOREIGN KEY (process) REFERENCES process;
CREATE TABLE process_performance (LIKE process_standard INCLUDING ALL);
ALTER TABLE process_performance ADD FOREIGN KEY (process) REFERENCES process;

-- What social responsibility asks for in a process, and how far it has come.
CREATE TABLE csr_element (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    content_digest bytea       NOT NULL,
    process        text COLLATE "C" NOT NULL REFERENCES process,
    step           text COLLATE "C",
    title          text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    detail         text CHECK (char_length(detail) BETWEEN 1 AND 2000),
    stage          text        NOT NULL CHECK (stage IN ('PLANNED', 'EMBEDDED', 'PRACTISED', 'EVALUATED')),
    retired_by     text,
    retired_at     timestamptz,
    reason         text CHECK (char_length(reason) BETWEEN 1 AND 2000),
    created_by     text        NOT NULL,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    FOREIGN KEY (process, step) REFERENCES process_step,
    CONSTRAINT element_retired_as_a_whole CHECK (num_nulls(retired_by, retired_at, reason) IN (0, 3))
);
-- Lists are newest first; each filter has an index that already is in that order.
CREATE INDEX csr_element_process ON csr_element (process, id);
CREATE INDEX csr_element_stage ON csr_element (stage, id);

-- Each stage an element has reached, and what shows it. The next follows the one before: none is skipped, whoever writes.
CREATE TABLE csr_staging (
    element   uuid        NOT NULL REFERENCES csr_element,
    stage     text        NOT NULL,
    follows   text,
    title     text CHECK (char_length(title) BETWEEN 1 AND 200),
    reference text CHECK (char_length(reference) BETWEEN 1 AND 500),
    actor     text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (element, stage),
    FOREIGN KEY (element, follows) REFERENCES csr_staging,
    CONSTRAINT no_stage_is_skipped CHECK (coalesce(follows || '>', '') || stage IN
        ('PLANNED', 'PLANNED>EMBEDDED', 'EMBEDDED>PRACTISED', 'PRACTISED>EVALUATED')),
    CONSTRAINT shown_by_evidence CHECK (num_nulls(follows, title, reference) IN (0, 3))
);
CREATE TRIGGER csr_staging_is_final BEFORE UPDATE OR DELETE ON csr_staging
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE csr_element ADD CONSTRAINT stage_is_in_its_history
    FOREIGN KEY (id, stage) REFERENCES csr_staging (element, stage) DEFERRABLE INITIALLY DEFERRED;
