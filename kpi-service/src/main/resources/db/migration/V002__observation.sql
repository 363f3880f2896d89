-- One row per countable fact. The key is the deduplication: a redelivered event finds its rows here.
CREATE TABLE observation (
    event_id    uuid          NOT NULL,
    ordinal     int           NOT NULL CHECK (ordinal >= 0),
    metric      text          NOT NULL CHECK (metric ~ '^[a-z0-9][a-z0-9.-]{0,99}$'),
    side        text          NOT NULL CHECK (side IN ('EMPLOYEE', 'GOVERNMENT', 'ENTERPRISE', 'CUSTOMER')),
    department  text          NOT NULL CHECK (department ~ '^[A-Z][A-Z0-9_]{0,31}$'),
    -- First day of the month the fact counts in, which for a case is the month of its receipt.
    month       date          NOT NULL CHECK (extract(day FROM month) = 1),
    occurred_at timestamptz   NOT NULL,
    recorded_at timestamptz   NOT NULL,
    value       numeric(18, 6) NOT NULL,
    -- Histogram bucket of the value, so that a recount needs no logarithm of the database's own.
    bucket      smallint      NOT NULL,
    source_type text          NOT NULL CHECK (source_type IN ('RESPONSE', 'CASE')),
    source_id   uuid          NOT NULL,
    -- The answer on its own scale, where value is a normalised one.
    raw         numeric,
    scale_min   numeric,
    scale_max   numeric,
    question    text,
    row         text,
    -- A withdrawn row stays, so that a replayed submission cannot bring it back.
    withdrawn   boolean       NOT NULL,
    PRIMARY KEY (event_id, ordinal),
    CHECK ((raw IS NULL) = (scale_min IS NULL) AND (raw IS NULL) = (scale_max IS NULL)),
    CHECK (scale_min < scale_max)
);

-- Lineage is read in exactly this order, page by page.
CREATE INDEX observation_lineage ON observation
    (department, metric, month, side, occurred_at, event_id, ordinal) WHERE NOT withdrawn;
-- A withdrawal finds its rows by the response, and the new extremes of the cells it leaves.
CREATE INDEX observation_source ON observation (source_id) WHERE source_type = 'RESPONSE';
CREATE INDEX observation_extremes ON observation (metric, side, department, month, value) WHERE NOT withdrawn;

-- Sums are exact, so merging in any order gives the same digits.
CREATE TABLE cell (
    month          date        NOT NULL,
    department     text        NOT NULL,
    metric         text        NOT NULL,
    side           text        NOT NULL,
    n              bigint      NOT NULL CHECK (n >= 0),
    sum            numeric     NOT NULL,
    sum_of_squares numeric     NOT NULL,
    min            numeric(18, 6),
    max            numeric(18, 6),
    updated_at     timestamptz NOT NULL,
    PRIMARY KEY (month, department, metric, side),
    CHECK ((n = 0) = (min IS NULL) AND (n = 0) = (max IS NULL))
) WITH (fillfactor = 50);

CREATE TABLE cell_bucket (
    month      date     NOT NULL,
    department text     NOT NULL,
    metric     text     NOT NULL,
    side       text     NOT NULL,
    bucket     smallint NOT NULL,
    n          bigint   NOT NULL CHECK (n >= 0),
    PRIMARY KEY (month, department, metric, side, bucket)
) WITH (fillfactor = 50);

-- Tombstones of withdrawn responses; one may arrive before what it withdraws.
CREATE TABLE withdrawal (
    source_id   uuid PRIMARY KEY,
    event_id    uuid        NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL
);
