-- Months whose observations were handed over as a file and are not here any more; figures of them are answered by their seal.
CREATE TABLE archive (
    month         date PRIMARY KEY REFERENCES frozen_month (month),
    name          text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    sha256        text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    observations  bigint      NOT NULL CHECK (observations >= 0),
    seal_sequence bigint      NOT NULL REFERENCES seal (sequence),
    seal_hash     text        NOT NULL,
    archived_by   text        NOT NULL,
    archived_at   timestamptz NOT NULL
);

CREATE TRIGGER is_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON archive
    FOR EACH STATEMENT EXECUTE FUNCTION is_written_once();

-- What is left of the keys: an event that comes again after its observations went must not count again.
CREATE TABLE archived_event (
    event_id   uuid  NOT NULL,
    belongs_to date  NOT NULL,
    ordinals   int[] NOT NULL,
    PRIMARY KEY (event_id, belongs_to)
);

-- Takes out what counts in a month, all of it frozen. What belongs to the month and counts in a later one stays.
CREATE FUNCTION remove_observation_month(gone date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    parted regclass := (SELECT partition FROM observation_month WHERE month = gone);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('observation_month'));
    INSERT INTO archived_event (event_id, belongs_to, ordinals)
    SELECT event_id, belongs_to, array_agg(ordinal ORDER BY ordinal) FROM observation
    WHERE month = gone AND belongs_to <= gone GROUP BY event_id, belongs_to
    ON CONFLICT (event_id, belongs_to) DO UPDATE SET ordinals = archived_event.ordinals || excluded.ordinals;
    IF parted IS NOT NULL THEN
        EXECUTE format('ALTER TABLE observation DETACH PARTITION %s', parted);
        EXECUTE format('ALTER TABLE %s RENAME TO observation_gone', parted);
        PERFORM make_observation_month(gone);
        INSERT INTO observation SELECT * FROM observation_gone WHERE month > gone;
        DROP TABLE observation_gone;
    END IF;
    DELETE FROM observation WHERE month = gone AND belongs_to <= gone;
END $$;
