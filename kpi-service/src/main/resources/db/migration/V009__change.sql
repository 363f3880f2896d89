-- How often anything was changed that figures rest on: the sum over the rows. It grows with every commit that changed
-- something, not before, so who finds it as it was need not compute anew. Each transaction takes a row nobody else holds:
-- nobody waits for another because of it.
CREATE TABLE change (
    slot int PRIMARY KEY,
    n    bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO change SELECT slot, 0 FROM generate_series(1, 256) AS slot;

CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE change SET n = n + 1
    WHERE slot = (SELECT slot FROM change ORDER BY slot LIMIT 1 FOR UPDATE SKIP LOCKED);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'more transactions at once than slots to count changes in' USING ERRCODE = 'lock_not_available';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE ON department
    FOR EACH STATEMENT EXECUTE FUNCTION count_change();
CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE ON contract
    FOR EACH STATEMENT EXECUTE FUNCTION count_change();
CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE ON cell
    FOR EACH STATEMENT EXECUTE FUNCTION count_change();
