CREATE TABLE visit (
    id                uuid PRIMARY KEY,
    version           bigint      NOT NULL,
    enterprise        uuid        NOT NULL REFERENCES enterprise,
    -- As it was when the visit was planned: coverage of a month does not change when an enterprise moves.
    park              text        NOT NULL REFERENCES park,
    department        text        NOT NULL,
    planned_for       date        NOT NULL,
    origin            text        NOT NULL CHECK (origin IN ('PLAN', 'SINGLE', 'FIELD')),
    surveyor          text CHECK (char_length(surveyor) BETWEEN 1 AND 100),
    status            text        NOT NULL CHECK (status IN ('PLANNED', 'COMPLETED', 'MISSED', 'CANCELLED')),
    reason            text CHECK (char_length(reason) BETWEEN 1 AND 1000),
    -- Of the request that made it: the same visitId with the same content is a retry, with other content a conflict.
    content_digest    bytea       NOT NULL,
    visited_at        timestamptz,
    reported_at       timestamptz,
    satisfaction      int CHECK (satisfaction BETWEEN 1 AND 5),
    slips             int         NOT NULL CHECK (slips >= 0),
    completion_digest bytea,
    -- Personal data: whom the surveyor met, and what they wrote down about it.
    contact_name      text CHECK (char_length(contact_name) BETWEEN 1 AND 100),
    contact_post      text CHECK (char_length(contact_post) BETWEEN 1 AND 100),
    contact_phone     text CHECK (char_length(contact_phone) BETWEEN 1 AND 40),
    contact_email     text CHECK (char_length(contact_email) BETWEEN 1 AND 254),
    note              text CHECK (char_length(note) BETWEEN 1 AND 2000),
    created_at        timestamptz NOT NULL,
    created_by        text        NOT NULL,
    CONSTRAINT completed_as_a_whole CHECK (
        (status = 'COMPLETED') = (visited_at IS NOT NULL)
        AND num_nulls(visited_at, reported_at, satisfaction, completion_digest) IN (0, 4)),
    CONSTRAINT not_made_for_a_reason CHECK (status NOT IN ('MISSED', 'CANCELLED') OR reason IS NOT NULL)
);

-- Lists are by day, the latest first; each filter has an index that already is in that order.
CREATE INDEX visit_by_day ON visit (planned_for, id);
CREATE INDEX visit_surveyor ON visit (surveyor, planned_for, id);
CREATE INDEX visit_surveyor_status ON visit (surveyor, status, planned_for, id);
CREATE INDEX visit_status ON visit (status, planned_for, id);
CREATE INDEX visit_enterprise ON visit (enterprise, planned_for, id);
-- The last visit that brought slips.
CREATE INDEX visit_slips_of_enterprise ON visit (enterprise, visited_at) WHERE slips > 0;
-- However often and by however many a month is planned at once. Of a missed visit that was planned again both may be made.
CREATE UNIQUE INDEX visit_once_in_the_plan ON visit (enterprise, date_trunc('month', planned_for::timestamp))
    WHERE origin = 'PLAN' AND status = 'PLANNED';

-- What an enterprise asked for during a visit; each is a case.
CREATE TABLE demand_slip (
    visit   uuid NOT NULL REFERENCES visit,
    ordinal int  NOT NULL CHECK (ordinal >= 0),
    case_id uuid NOT NULL UNIQUE REFERENCES feedback_case,
    PRIMARY KEY (visit, ordinal)
);
