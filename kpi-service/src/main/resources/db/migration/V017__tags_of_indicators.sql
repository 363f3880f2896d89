-- The stations or categories an indicator is about; none for all of them.
ALTER TABLE contract_indicator
    ADD COLUMN tags text[] NOT NULL DEFAULT '{}'
        CHECK (cardinality(tags) <= 20 AND array_position(tags, NULL) IS NULL AND array_position(tags, '') IS NULL),
    -- There are no distributions by tag.
    ADD CONSTRAINT contract_indicator_percentile_of_all_check CHECK (statistic <> 'PERCENTILE' OR cardinality(tags) = 0);
