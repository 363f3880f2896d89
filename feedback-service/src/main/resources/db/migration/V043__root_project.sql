-- Root-planting projects: the initiation report, the register of those who have a stake, and what came of it.
CREATE TABLE root_project (
    id             uuid PRIMARY KEY,
    version        bigint         NOT NULL,
    content_digest bytea          NOT NULL,
    year           int            NOT NULL CHECK (year BETWEEN 2000 AND 2099),
    number         int            NOT NULL CHECK (number > 0),
    name           text           NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    department     text           NOT NULL REFERENCES department,
    problem        text           NOT NULL CHECK (char_length(problem) BETWEEN 1 AND 4000),
    goal           text           NOT NULL CHECK (char_length(goal) BETWEEN 1 AND 4000),
    begins_on      date           NOT NULL,
    ends_on        date           NOT NULL,
    budget         numeric(14, 2) NOT NULL CHECK (budget >= 0),
    stage          text           NOT NULL CHECK (stage IN ('INITIATED', 'RUNNING', 'EVALUATED', 'CLOSED')),
    authors        text[]         NOT NULL CHECK (cardinality(authors) > 0),
    created_at     timestamptz    NOT NULL,
    updated_at     timestamptz    NOT NULL,
    approved_by    text,
    approved_at    timestamptz,
    conclusion     text CHECK (char_length(conclusion) BETWEEN 1 AND 4000),
    evaluated_by   text,
    evaluated_at   timestamptz,
    files          int            NOT NULL CHECK (files >= 0),
    closed_by      text,
    closed_at      timestamptz,
    UNIQUE (year, number),
    CONSTRAINT ends_after_it_begins CHECK (ends_on >= begins_on),
    CONSTRAINT approved_as_a_whole CHECK (
        (stage <> 'INITIATED') = (approved_at IS NOT NULL) AND num_nulls(approved_by, approved_at) IN (0, 2)),
    CONSTRAINT approved_by_another CHECK (approved_by <> ALL (authors)),
    CONSTRAINT evaluated_as_a_whole CHECK (
        (stage IN ('EVALUATED', 'CLOSED')) = (evaluated_at IS NOT NULL)
        AND num_nulls(conclusion, evaluated_by, evaluated_at) IN (0, 3)),
    CONSTRAINT closed_as_a_whole CHECK (
        (stage = 'CLOSED') = (closed_at IS NOT NULL) AND num_nulls(closed_by, closed_at) IN (0, 2)),
    CONSTRAINT closed_with_evidence CHECK (stage <> 'CLOSED' OR files > 0)
);
CREATE INDEX root_project_latest ON root_project (created_at, id);
CREATE INDEX root_project_year ON root_project (year, created_at, id);
CREATE INDEX root_project_department ON root_project (department, created_at, id);
CREATE INDEX root_project_stage ON root_project (stage, created_at, id);

-- Groups, never people. What each bears of the budget is no more than it can.
CREATE TABLE root_project_party (
    project         uuid           NOT NULL REFERENCES root_project,
    number          int            NOT NULL CHECK (number BETWEEN 0 AND 19),
    name            text           NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    side            text CHECK (side IN ('EMPLOYEE', 'GOVERNMENT', 'ENTERPRISE', 'CUSTOMER')),
    willingness     text           NOT NULL CHECK (willingness IN ('VERY_HIGH', 'HIGH', 'MEDIUM', 'LOW')),
    resources       text           NOT NULL CHECK (char_length(resources) BETWEEN 1 AND 1000),
    affordable_cost numeric(14, 2) NOT NULL CHECK (affordable_cost >= 0),
    share           numeric(14, 2) NOT NULL CHECK (share >= 0),
    part            text           NOT NULL CHECK (char_length(part) BETWEEN 1 AND 1000),
    PRIMARY KEY (project, number),
    CONSTRAINT bears_what_it_can CHECK (share <= affordable_cost)
);

CREATE TABLE root_project_action (
    project uuid NOT NULL REFERENCES root_project,
    number  int  NOT NULL CHECK (number BETWEEN 0 AND 99),
    party   int  NOT NULL CHECK (party BETWEEN 0 AND 19),
    title   text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 500),
    due_on  date NOT NULL,
    done_on date,
    PRIMARY KEY (project, number)
);

CREATE TABLE root_project_milestone (
    project    uuid NOT NULL REFERENCES root_project,
    number     int  NOT NULL CHECK (number BETWEEN 0 AND 29),
    title      text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    due_on     date NOT NULL,
    reached_on date,
    PRIMARY KEY (project, number)
);

-- What should move, as it stood before and stands after.
CREATE TABLE root_project_effect (
    project      uuid           NOT NULL REFERENCES root_project,
    number       int            NOT NULL CHECK (number BETWEEN 0 AND 29),
    name         text           NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    unit         text           NOT NULL CHECK (char_length(unit) BETWEEN 1 AND 20),
    direction    text           NOT NULL CHECK (direction IN ('UP', 'DOWN')),
    value_before numeric(16, 4) NOT NULL,
    value_after  numeric(16, 4),
    PRIMARY KEY (project, number)
);

CREATE TABLE project_entry (
    id      uuid PRIMARY KEY,
    project uuid        NOT NULL REFERENCES root_project,
    at      timestamptz NOT NULL,
    actor   text        NOT NULL,
    step    text        NOT NULL CHECK (step IN ('INITIATED', 'REVISED', 'APPROVED', 'MILESTONE_REACHED', 'ACTION_DONE',
        'MEASURED', 'FILE_ADDED', 'EVALUATED', 'CLOSED')),
    words   text CHECK (char_length(words) BETWEEN 1 AND 4000)
);
CREATE INDEX project_entry_project ON project_entry (project, id);
CREATE TRIGGER project_entry_is_final BEFORE UPDATE OR DELETE ON project_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What shows it: photographs, minutes, plans.
ALTER TABLE attachment ADD COLUMN project uuid REFERENCES root_project;
ALTER TABLE attachment DROP CONSTRAINT attachment_beside_one;
ALTER TABLE attachment ADD CONSTRAINT attachment_beside_one CHECK (num_nonnulls(case_id, comment, project) = 1);
CREATE INDEX attachment_project ON attachment (project, id) WHERE project IS NOT NULL;
CREATE UNIQUE INDEX attachment_once_a_project ON attachment (project, sha256) WHERE project IS NOT NULL;
