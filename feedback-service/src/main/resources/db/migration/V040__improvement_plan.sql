-- The improvement plan: what a self-check found, what is to be done about it, and by whom until when.
CREATE TABLE improvement_plan (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    content_digest bytea       NOT NULL,
    year           int         NOT NULL CHECK (year BETWEEN 2000 AND 2099),
    title          text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    status         text        NOT NULL CHECK (status IN ('RUNNING', 'CLOSED')),
    created_by     text        NOT NULL,
    created_at     timestamptz NOT NULL,
    closed_by      text,
    closed_at      timestamptz,
    CONSTRAINT plan_closed_as_a_whole CHECK (
        (status = 'CLOSED') = (closed_at IS NOT NULL) AND num_nulls(closed_by, closed_at) IN (0, 2))
);
CREATE INDEX improvement_plan_latest ON improvement_plan (year, id);

-- What the self-check found. Findings are condensed to a few large problems, their parents.
CREATE TABLE plan_problem (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL,
    content_digest bytea  NOT NULL,
    plan           uuid   NOT NULL REFERENCES improvement_plan,
    number         int    NOT NULL CHECK (number BETWEEN 1 AND 100),
    parent         uuid REFERENCES plan_problem CHECK (parent <> id),
    dimension      text   NOT NULL CHECK (dimension ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    title          text   NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    detail         text CHECK (char_length(detail) BETWEEN 1 AND 4000),
    UNIQUE (plan, number)
);

-- What shows it: cases, and figures of performance contracts.
CREATE TABLE plan_problem_case (
    problem uuid NOT NULL REFERENCES plan_problem,
    case_id uuid NOT NULL REFERENCES feedback_case,
    PRIMARY KEY (problem, case_id)
);
CREATE INDEX plan_problem_case_case ON plan_problem_case (case_id);
CREATE TABLE plan_problem_figure (
    problem    uuid NOT NULL REFERENCES plan_problem,
    department text NOT NULL REFERENCES department,
    indicator  text NOT NULL CHECK (indicator ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    period     text NOT NULL CHECK (period ~ '^[0-9]{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
    PRIMARY KEY (problem, department, indicator, period)
);

CREATE TABLE plan_action (
    id                uuid PRIMARY KEY,
    version           bigint NOT NULL,
    content_digest    bytea  NOT NULL,
    plan              uuid   NOT NULL REFERENCES improvement_plan,
    problem           uuid   NOT NULL REFERENCES plan_problem,
    number            int    NOT NULL CHECK (number BETWEEN 1 AND 200),
    title             text   NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    -- Of what indicator it should move, and where that stood before.
    figure_department text REFERENCES department,
    figure_indicator  text CHECK (figure_indicator ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    figure_period     text CHECK (figure_period ~ '^[0-9]{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
    status            text   NOT NULL CHECK (status IN ('OPEN', 'CLOSED')),
    conclusion        text CHECK (char_length(conclusion) BETWEEN 1 AND 4000),
    closed_by         text,
    closed_at         timestamptz,
    UNIQUE (plan, number),
    CONSTRAINT figure_as_a_whole CHECK (num_nulls(figure_department, figure_indicator, figure_period) IN (0, 3)),
    CONSTRAINT action_closed_as_a_whole CHECK (
        (status = 'CLOSED') = (closed_at IS NOT NULL) AND num_nulls(conclusion, closed_by, closed_at) IN (0, 3))
);

CREATE TABLE plan_task (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    content_digest bytea       NOT NULL,
    plan           uuid        NOT NULL REFERENCES improvement_plan,
    action         uuid        NOT NULL REFERENCES plan_action,
    title          text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    department     text        NOT NULL REFERENCES department,
    due_on         date        NOT NULL,
    status         text        NOT NULL CHECK (status IN ('OPEN', 'SUBMITTED', 'CLOSED', 'CANCELLED')),
    -- Whether it was done in time, once that is decided; it is told to the figures and never taken back.
    on_time        boolean,
    result         text CHECK (char_length(result) BETWEEN 1 AND 4000),
    submitted_by   text,
    submitted_at   timestamptz,
    accepted_by    text,
    ended_at       timestamptz,
    evidence       int         NOT NULL CHECK (evidence >= 0),
    created_by     text        NOT NULL,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    CONSTRAINT submitted_as_a_whole CHECK (num_nulls(result, submitted_by, submitted_at) IN (0, 3)),
    CONSTRAINT done_with_evidence CHECK (
        status NOT IN ('SUBMITTED', 'CLOSED') OR (submitted_at IS NOT NULL AND evidence > 0)),
    CONSTRAINT ended_once_decided CHECK ((status IN ('CLOSED', 'CANCELLED')) = (ended_at IS NOT NULL)),
    CONSTRAINT accepted_once_closed CHECK ((status = 'CLOSED') = (accepted_by IS NOT NULL)),
    CONSTRAINT closed_is_settled CHECK (status <> 'CLOSED' OR on_time IS NOT NULL)
);
-- Lists are by day, the earliest first; each filter has an index that already is in that order.
CREATE INDEX plan_task_due ON plan_task (due_on, id);
CREATE INDEX plan_task_plan ON plan_task (plan, due_on, id);
CREATE INDEX plan_task_action ON plan_task (action, due_on, id);
CREATE INDEX plan_task_department ON plan_task (department, due_on, id);
CREATE INDEX plan_task_department_status ON plan_task (department, status, due_on, id);
CREATE INDEX plan_task_status ON plan_task (status, due_on, id);

CREATE TABLE plan_milestone (
    task       uuid NOT NULL REFERENCES plan_task,
    number     int  NOT NULL CHECK (number BETWEEN 0 AND 19),
    title      text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    due_on     date NOT NULL,
    reached_on date,
    PRIMARY KEY (task, number)
);

-- What shows that it was done: a document, a photograph's place, minutes. Written once.
CREATE TABLE plan_evidence (
    id        uuid PRIMARY KEY,
    task      uuid        NOT NULL REFERENCES plan_task,
    title     text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    reference text        NOT NULL CHECK (char_length(reference) BETWEEN 1 AND 500),
    added_by  text        NOT NULL,
    added_at  timestamptz NOT NULL
);
CREATE INDEX plan_evidence_task ON plan_evidence (task, id);
CREATE TRIGGER plan_evidence_is_final BEFORE UPDATE OR DELETE ON plan_evidence
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The history of a task.
CREATE TABLE plan_entry (
    id         uuid PRIMARY KEY,
    task       uuid        NOT NULL REFERENCES plan_task,
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    step       text        NOT NULL CHECK (step IN ('GIVEN', 'CHANGED', 'MILESTONE_REACHED', 'EVIDENCE_ADDED', 'SUBMITTED',
        'RETURNED', 'ACCEPTED', 'CANCELLED', 'REMINDED', 'SUPERVISED')),
    words      text CHECK (char_length(words) BETWEEN 1 AND 4000)
);
CREATE INDEX plan_entry_task ON plan_entry (task, id);
CREATE TRIGGER plan_entry_is_final BEFORE UPDATE OR DELETE ON plan_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE plan_reminder (
    task     uuid        NOT NULL REFERENCES plan_task,
    kind     text        NOT NULL,
    due_at   timestamptz NOT NULL,
    fired_at timestamptz,
    PRIMARY KEY (task, kind)
);
CREATE INDEX plan_reminder_due ON plan_reminder (due_at) WHERE fired_at IS NULL;
