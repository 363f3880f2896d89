-- The plan of a year: whom lectures are to reach, and the duty of each department to hold one every two months.
CREATE TABLE lecture_plan (
    id           uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    year         int         NOT NULL UNIQUE CHECK (year BETWEEN 2000 AND 2099),
    -- Of the six of the year, the first in which a lecture is due.
    first_window int         NOT NULL CHECK (first_window BETWEEN 1 AND 6),
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    adopted_at   timestamptz
);

CREATE TABLE lecture_plan_topic (
    plan   uuid NOT NULL REFERENCES lecture_plan,
    number int  NOT NULL CHECK (number BETWEEN 0 AND 59),
    level  text NOT NULL CHECK (level IN ('LEADERS', 'TEAMS', 'YOUNG_STAFF')),
    title  text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    PRIMARY KEY (plan, number)
);

CREATE TABLE lecture_plan_quota (
    plan       uuid NOT NULL REFERENCES lecture_plan,
    department text NOT NULL REFERENCES department,
    level      text NOT NULL CHECK (level IN ('LEADERS', 'TEAMS', 'YOUNG_STAFF')),
    people     int  NOT NULL CHECK (people BETWEEN 1 AND 10000),
    PRIMARY KEY (plan, department, level)
);

-- Two months each, set with the adoption; settled once, some days after they are over.
CREATE TABLE lecture_window (
    plan       uuid        NOT NULL REFERENCES lecture_plan,
    number     int         NOT NULL CHECK (number BETWEEN 1 AND 6),
    due_at     timestamptz NOT NULL,
    settled_at timestamptz,
    PRIMARY KEY (plan, number)
);
CREATE INDEX lecture_window_due ON lecture_window (due_at) WHERE settled_at IS NULL;

CREATE TABLE lecture_duty (
    plan       uuid    NOT NULL,
    number     int     NOT NULL,
    department text    NOT NULL REFERENCES department,
    held       boolean NOT NULL,
    PRIMARY KEY (plan, number, department),
    FOREIGN KEY (plan, number) REFERENCES lecture_window
);
CREATE TRIGGER lecture_duty_is_final BEFORE UPDATE OR DELETE ON lecture_duty
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
