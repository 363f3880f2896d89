-- Lectures, and who came to them: of people no more than a keyed hash of their staff number, and that only while it is needed.
CREATE TABLE lecture (
    id              uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    content_digest  bytea       NOT NULL,
    department      text        NOT NULL REFERENCES department,
    level           text        NOT NULL CHECK (level IN ('LEADERS', 'TEAMS', 'YOUNG_STAFF')),
    topic           text        NOT NULL CHECK (char_length(topic) BETWEEN 1 AND 200),
    place           text        NOT NULL CHECK (char_length(place) BETWEEN 1 AND 200),
    speaker         text        NOT NULL CHECK (char_length(speaker) BETWEEN 1 AND 100),
    starts_at       timestamptz NOT NULL,
    capacity        int         NOT NULL CHECK (capacity BETWEEN 1 AND 2000),
    -- What survey-service asks before and after: its campaigns, and the links by which people answer.
    campaign_before uuid,
    link_before     text CHECK (link_before ~ '^[A-Za-z0-9_-]{1,64}$'),
    campaign_after  uuid,
    link_after      text CHECK (link_after ~ '^[A-Za-z0-9_-]{1,64}$'),
    status          text        NOT NULL CHECK (status IN ('PLANNED', 'OPEN', 'HELD', 'CANCELLED')),
    created_at      timestamptz NOT NULL,
    -- What stands in the code on the wall; as with links of surveys it has to be drawn again.
    token           text UNIQUE CHECK (token ~ '^[A-Za-z0-9_-]{22}$'),
    held_at         timestamptz,
    cancelled_at    timestamptz,
    reason          text CHECK (char_length(reason) BETWEEN 1 AND 500),
    CONSTRAINT asked_by_link CHECK (
        num_nulls(campaign_before, link_before) IN (0, 2) AND num_nulls(campaign_after, link_after) IN (0, 2)),
    CONSTRAINT opened_with_token CHECK (
        (status NOT IN ('OPEN', 'HELD') OR token IS NOT NULL) AND (status <> 'PLANNED' OR token IS NULL)),
    CONSTRAINT held_as_a_whole CHECK ((status = 'HELD') = (held_at IS NOT NULL)),
    CONSTRAINT cancelled_as_a_whole CHECK (
        (status = 'CANCELLED') = (cancelled_at IS NOT NULL) AND num_nulls(cancelled_at, reason) IN (0, 2))
);
CREATE INDEX lecture_latest ON lecture (starts_at, id);
CREATE INDEX lecture_department ON lecture (department, starts_at, id);
CREATE INDEX lecture_level ON lecture (level, starts_at, id);
CREATE INDEX lecture_status ON lecture (status, starts_at, id);

CREATE TABLE lecture_entry (
    id      uuid PRIMARY KEY,
    lecture uuid        NOT NULL REFERENCES lecture,
    at      timestamptz NOT NULL,
    actor   text        NOT NULL,
    step    text        NOT NULL CHECK (step IN ('PLANNED', 'REVISED', 'OPENED', 'ADDED_BY_HAND', 'HELD', 'CANCELLED')),
    words   text CHECK (char_length(words) BETWEEN 1 AND 500)
);
CREATE INDEX lecture_entry_lecture ON lecture_entry (lecture, id);
CREATE TRIGGER lecture_entry_is_final BEFORE UPDATE OR DELETE ON lecture_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A key for each year, so that nobody is recognised in another one.
CREATE TABLE lecture_key (
    year int PRIMARY KEY CHECK (year BETWEEN 2000 AND 2099),
    key  bytea NOT NULL CHECK (length(key) = 32)
);

-- Who has signed in, until the lecture is over.
CREATE TABLE lecture_sign_in (
    lecture    uuid  NOT NULL REFERENCES lecture,
    person     bytea NOT NULL CHECK (length(person) = 32),
    department text  NOT NULL REFERENCES department,
    PRIMARY KEY (lecture, person)
);

-- Who has been to any lecture of a level in a year; not to which.
CREATE TABLE lecture_covered (
    year   int   NOT NULL,
    level  text  NOT NULL CHECK (level IN ('LEADERS', 'TEAMS', 'YOUNG_STAFF')),
    person bytea NOT NULL CHECK (length(person) = 32),
    PRIMARY KEY (year, level, person)
);

-- How many came, as it was counted when the lecture was over.
CREATE TABLE lecture_attendance (
    lecture       uuid NOT NULL REFERENCES lecture,
    department    text NOT NULL REFERENCES department,
    people        int  NOT NULL CHECK (people > 0),
    newly_covered int  NOT NULL CHECK (newly_covered BETWEEN 0 AND people),
    PRIMARY KEY (lecture, department)
);
CREATE TRIGGER lecture_attendance_is_final BEFORE UPDATE OR DELETE ON lecture_attendance
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
