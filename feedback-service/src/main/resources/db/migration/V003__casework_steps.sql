-- Who began first stays the one the stakeholder has to do with.
ALTER TABLE feedback_case
    ADD COLUMN first_receiver   text REFERENCES department,
    ADD COLUMN contact_days     int NOT NULL DEFAULT 0 CHECK (contact_days >= 0),
    ADD COLUMN last_contact_day date,
    ADD COLUMN ending           text CHECK (ending IN ('CONFIRMED', 'OVERRIDDEN', 'UNREACHABLE'));
ALTER TABLE feedback_case ALTER COLUMN contact_days DROP DEFAULT;

UPDATE feedback_case SET first_receiver = department WHERE status NOT IN ('RECEIVED', 'ASSIGNED');
UPDATE feedback_case SET ending = 'CONFIRMED' WHERE status IN ('CONFIRMED', 'CLOSED');

ALTER TABLE feedback_case DROP CONSTRAINT feedback_case_status_check;
ALTER TABLE feedback_case ADD CONSTRAINT feedback_case_status_check CHECK (status IN
    ('RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'RESOLVED', 'CONFIRMED', 'DISPUTED', 'UNREACHABLE', 'CLOSED'));
ALTER TABLE feedback_case DROP CONSTRAINT rated_once_confirmed;
-- Only the stakeholder's own word is a rating: who was not asked is not satisfied.
ALTER TABLE feedback_case ADD CONSTRAINT settled_by_something
    CHECK ((status IN ('CONFIRMED', 'CLOSED')) = (ending IS NOT NULL));
ALTER TABLE feedback_case ADD CONSTRAINT rated_by_the_stakeholder_only
    CHECK ((rating IS NOT NULL) = (coalesce(ending, '') = 'CONFIRMED'));

ALTER TABLE timeline_entry
    ADD COLUMN changed_from text CHECK (char_length(changed_from) <= 100),
    ADD COLUMN changed_to   text CHECK (char_length(changed_to) <= 100),
    ADD COLUMN channel      text CHECK (char_length(channel) <= 100),
    ADD COLUMN outcome      text CHECK (char_length(outcome) <= 100);

CREATE TABLE override_proposal (
    case_id      uuid        NOT NULL REFERENCES feedback_case,
    number       int         NOT NULL CHECK (number > 0),
    version      bigint      NOT NULL,
    -- The resolution it is about; after another one it is void.
    attempt      int         NOT NULL CHECK (attempt > 0),
    outcome      text        NOT NULL CHECK (outcome IN ('CONFIRMED', 'CLOSED')),
    reason       text        NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 2000),
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    verdict      text CHECK (verdict IN ('APPROVED', 'REFUSED')),
    decided_by   text,
    decided_at   timestamptz,
    PRIMARY KEY (case_id, number),
    CONSTRAINT decided_as_a_whole CHECK (num_nulls(verdict, decided_by, decided_at) IN (0, 3)),
    CONSTRAINT decided_by_a_second_person CHECK (decided_by <> requested_by)
);
CREATE UNIQUE INDEX override_proposal_one_pending ON override_proposal (case_id, attempt) WHERE verdict IS NULL;
