-- How many cases of a department stand where: the sum over the rows. Each step adds rows of its own, so that no step waits for
-- another's count; from time to time they are added up.
CREATE TABLE case_count (
    department text,
    status     text   NOT NULL,
    n          bigint NOT NULL
);
INSERT INTO case_count SELECT department, status, count(*) FROM feedback_case GROUP BY department, status;
CREATE INDEX case_count_department ON case_count (department, status);

CREATE FUNCTION count_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (OLD.department, OLD.status) IS NOT DISTINCT FROM (NEW.department, NEW.status) THEN
            RETURN NULL;
        END IF;
        INSERT INTO case_count VALUES (OLD.department, OLD.status, -1);
    END IF;
    INSERT INTO case_count VALUES (NEW.department, NEW.status, 1);
    RETURN NULL;
END $$;
CREATE TRIGGER count_case AFTER INSERT OR UPDATE OF department, status ON feedback_case
    FOR EACH ROW EXECUTE FUNCTION count_case();
