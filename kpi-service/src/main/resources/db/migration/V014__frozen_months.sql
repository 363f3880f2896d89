-- Months whose cells never change again. What belongs to one of them counts in the first open month after it.
CREATE TABLE frozen_month (
    month date PRIMARY KEY CHECK (extract(day FROM month) = 1)
);

-- The month a fact belongs to, where it counts in a later one because its own was frozen when it came.
ALTER TABLE observation ADD COLUMN belongs_to date CHECK (extract(day FROM belongs_to) = 1 AND belongs_to < month);
CREATE INDEX observation_late ON observation (month, department, event_id, ordinal)
    WHERE belongs_to IS NOT NULL AND NOT withdrawn;
CREATE INDEX observation_belongs_to ON observation (belongs_to) WHERE belongs_to IS NOT NULL AND NOT withdrawn;

-- Observations taken back after their month was frozen: they still count there, and are subtracted in an open month.
CREATE TABLE correction (
    event_id    uuid           NOT NULL,
    ordinal     int            NOT NULL,
    metric      text           NOT NULL,
    side        text           NOT NULL,
    department  text           NOT NULL,
    taken_from  date           NOT NULL CHECK (extract(day FROM taken_from) = 1),
    month       date           NOT NULL CHECK (extract(day FROM month) = 1),
    occurred_at timestamptz    NOT NULL,
    -- When the observation came, and when it was taken back.
    observed_at timestamptz    NOT NULL,
    recorded_at timestamptz    NOT NULL,
    value       numeric(18, 6) NOT NULL,
    bucket      smallint       NOT NULL,
    tag         text,
    sources     smallint       NOT NULL,
    PRIMARY KEY (event_id, ordinal),
    CHECK (taken_from < month)
);
CREATE INDEX correction_late ON correction (month, department, event_id, ordinal);
CREATE INDEX correction_lineage ON correction (department, metric, month, side, occurred_at, event_id, ordinal);
CREATE INDEX correction_lineage_frozen ON correction
    (department, metric, taken_from, side, occurred_at, event_id, ordinal);
CREATE INDEX correction_taken_from ON correction (taken_from);

-- What is subtracted in an open month may be more than was counted there; extremes are those of what was counted.
ALTER TABLE cell
    DROP CONSTRAINT cell_n_check,
    DROP CONSTRAINT cell_check,
    ADD CONSTRAINT cell_extremes CHECK ((min IS NULL) = (max IS NULL) AND (n <= 0 OR min IS NOT NULL));
ALTER TABLE cell_bucket DROP CONSTRAINT cell_bucket_n_check;
ALTER TABLE tagged_cell DROP CONSTRAINT tagged_cell_n_check;

CREATE FUNCTION is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what % holds is written once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER is_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON frozen_month
    FOR EACH STATEMENT EXECUTE FUNCTION is_written_once();
