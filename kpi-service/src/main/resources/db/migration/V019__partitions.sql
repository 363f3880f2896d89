-- Observations are kept by the month they belong to, one partition each (ADR 35). All of them are written anew: about as long
-- as loading as many rows, during which the service is not there. Room for a second copy is needed until it ends.
ALTER TABLE observation RENAME TO observation_unparted;

CREATE TABLE observation (LIKE observation_unparted INCLUDING DEFAULTS INCLUDING CONSTRAINTS)
    PARTITION BY RANGE (belongs_to);
-- Until now it was null where a fact counts in its own month, and it is part of the key from now on.
ALTER TABLE observation
    DROP CONSTRAINT observation_check2,
    ADD CONSTRAINT observation_belongs_to_check CHECK (extract(day FROM belongs_to) = 1),
    ADD CONSTRAINT observation_counts_later_check CHECK (belongs_to <= month),
    ALTER COLUMN belongs_to SET NOT NULL;

-- Months nobody made a partition for, as those that a clock gone wrong names.
CREATE TABLE observation_other PARTITION OF observation DEFAULT;

-- The partition of each month; null for the one of all others.
CREATE VIEW observation_month AS
    SELECT c.oid::regclass AS partition,
           substring(pg_get_expr(c.relpartbound, c.oid) FROM 'FROM \(''(\d{4}-\d\d-\d\d)''\)')::date AS month
    FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid
    WHERE inhparent = to_regclass('observation');

-- Makes the partition of a month, and moves there what has come for it. Who writes waits until it is done: else a row could be
-- on its way to where it does not belong any more. Who reads waits only for the partition of all other months.
CREATE FUNCTION make_observation_month(made date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    name text := 'observation_' || to_char(made, 'YYYY_MM');
    other regclass := (SELECT partition FROM observation_month WHERE month IS NULL);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('observation_month'));
    IF EXISTS (SELECT FROM observation_month WHERE month = made) THEN
        RETURN false;
    END IF;
    LOCK TABLE observation IN SHARE ROW EXCLUSIVE MODE;
    EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', other);
    EXECUTE format('CREATE TABLE %I (LIKE observation INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
    EXECUTE format('WITH moved AS (DELETE FROM %s WHERE belongs_to = $1 RETURNING *) INSERT INTO %I SELECT * FROM moved',
                   other, name) USING made;
    -- Unlike CREATE TABLE ... PARTITION OF it lets others read the whole.
    EXECUTE format('ALTER TABLE observation ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                   name, made, (made + interval '1 month')::date);
    RETURN true;
END $$;

-- Which facts that came late count where: whoever wants those of a month looks into these partitions only.
CREATE TABLE late_month (
    month      date NOT NULL,
    belongs_to date NOT NULL,
    PRIMARY KEY (month, belongs_to),
    CHECK (belongs_to < month)
);

DO $$
BEGIN
    PERFORM make_observation_month(month)
    FROM (SELECT DISTINCT coalesce(belongs_to, month) AS month FROM observation_unparted) AS months ORDER BY month;
END $$;

INSERT INTO observation (event_id, ordinal, metric, side, department, month, belongs_to, occurred_at, recorded_at, value,
                         bucket, source_type, source_id, raw, scale_min, scale_max, question, row, withdrawn, sources, tag)
SELECT event_id, ordinal, metric, side, department, month, coalesce(belongs_to, month), occurred_at, recorded_at, value,
       bucket, source_type, source_id, raw, scale_min, scale_max, question, row, withdrawn, sources, tag
FROM observation_unparted;
DROP TABLE observation_unparted;

-- A fact belongs to the same month for ever, so this key is as good as (event_id, ordinal). It begins like that, for the
-- feed to be read in its order.
ALTER TABLE observation ADD PRIMARY KEY (event_id, ordinal, belongs_to);
CREATE INDEX observation_lineage ON observation
    (department, metric, month, side, occurred_at, event_id, ordinal) WHERE NOT withdrawn;
CREATE INDEX observation_source ON observation (source_id) WHERE source_type = 'RESPONSE';
CREATE INDEX observation_late ON observation (month, department, event_id, ordinal)
    WHERE belongs_to < month AND NOT withdrawn;

INSERT INTO late_month (month, belongs_to)
SELECT DISTINCT month, belongs_to FROM observation WHERE belongs_to < month;

ANALYZE observation;
