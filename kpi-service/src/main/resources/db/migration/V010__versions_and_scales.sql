-- Versions hold from a day of their year on; without one, as before, from its first.
ALTER TABLE contract
    ADD COLUMN effective_from date,
    ADD COLUMN template_id uuid,
    ADD COLUMN bonus_cap numeric(5, 2) CHECK (bonus_cap > 0 AND bonus_cap <= 100);
UPDATE contract SET effective_from = make_date(year, 1, 1);
ALTER TABLE contract
    ALTER COLUMN effective_from SET NOT NULL,
    ADD CHECK (extract(year FROM effective_from) = year);

CREATE FUNCTION contract_effective_from() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.effective_from := coalesce(NEW.effective_from, make_date(NEW.year, 1, 1));
    RETURN NEW;
END $$;

CREATE TRIGGER contract_effective_from BEFORE INSERT ON contract
    FOR EACH ROW EXECUTE FUNCTION contract_effective_from();

-- Each party signs once, and nobody signs for both.
CREATE TABLE contract_signature (
    contract_id uuid        NOT NULL REFERENCES contract (id),
    party       text        NOT NULL CHECK (party IN ('OFFICE', 'DEPARTMENT')),
    signed_by   text        NOT NULL,
    signed_at   timestamptz NOT NULL,
    PRIMARY KEY (contract_id, party),
    UNIQUE (contract_id, signed_by)
);

CREATE FUNCTION never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is not changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER contract_signature_stays BEFORE UPDATE OR DELETE ON contract_signature
    FOR EACH ROW EXECUTE FUNCTION never_changes();

CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE ON contract_signature
    FOR EACH STATEMENT EXECUTE FUNCTION count_change();

-- Scales: best within a band; bounds of the points; lights of one's own; percentiles.
ALTER TABLE contract_indicator
    ADD COLUMN percentile   int CHECK (percentile BETWEEN 1 AND 99),
    ADD COLUMN band_low     numeric(18, 6),
    ADD COLUMN band_high    numeric(18, 6),
    ADD COLUMN floor_points numeric(5, 2) NOT NULL DEFAULT 0,
    ADD COLUMN cap_points   numeric(5, 2) CHECK (cap_points > 0 AND cap_points <= 200),
    ADD COLUMN yellow_from  numeric(5, 2) NOT NULL DEFAULT 60,
    ADD COLUMN green_from   numeric(5, 2) NOT NULL DEFAULT 80,
    ALTER COLUMN target DROP NOT NULL,
    DROP CONSTRAINT contract_indicator_statistic_check,
    DROP CONSTRAINT contract_indicator_direction_check,
    DROP CONSTRAINT contract_indicator_check1,
    DROP CONSTRAINT contract_indicator_check2,
    ADD CONSTRAINT contract_indicator_statistic_check
        CHECK (statistic IN ('MEAN', 'RATE', 'COUNT', 'SUM', 'DISTINCT', 'PERCENTILE')),
    ADD CONSTRAINT contract_indicator_direction_check CHECK (direction IN ('HIGHER', 'LOWER', 'WITHIN')),
    ADD CONSTRAINT contract_indicator_percentile_use_check CHECK ((statistic = 'PERCENTILE') = (percentile IS NOT NULL)),
    ADD CONSTRAINT contract_indicator_scale_check CHECK (CASE direction
        WHEN 'HIGHER' THEN target IS NOT NULL AND base < target AND (stretch IS NULL OR target < stretch)
        WHEN 'LOWER' THEN target IS NOT NULL AND base > target AND (stretch IS NULL OR target > stretch)
        ELSE target IS NULL AND stretch IS NULL AND base > 0 END),
    ADD CONSTRAINT contract_indicator_band_check CHECK (CASE direction
        WHEN 'WITHIN' THEN band_low IS NOT NULL AND band_high IS NOT NULL AND band_low <= band_high
        ELSE band_low IS NULL AND band_high IS NULL END),
    ADD CONSTRAINT contract_indicator_bounds_check CHECK (floor_points >= 0
        AND (cap_points IS NULL OR floor_points < cap_points) AND (direction <> 'WITHIN' OR coalesce(cap_points, 100) <= 100)),
    ADD CONSTRAINT contract_indicator_lights_check
        CHECK (yellow_from > 0 AND yellow_from < green_from AND green_from <= 200);
