-- What kind of department it is, as far as contracts care.
ALTER TABLE department ADD COLUMN class text CHECK (class IN ('FRONT_OFFICE', 'PRODUCTION', 'SUPPORT'));

-- Weights add up to 100, for departments of no class and for those of each class the template has weights of its own for.
CREATE FUNCTION template_weights_whole(content jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT NOT EXISTS (
        SELECT FROM (SELECT '{}'::jsonb AS own UNION ALL SELECT jsonb_array_elements(content -> 'weights')) AS variant
        WHERE (SELECT sum(coalesce((own #>> ARRAY ['dimensions', d ->> 'code'])::numeric, (d ->> 'weight')::numeric))
               FROM jsonb_array_elements(content -> 'dimensions') AS d) IS DISTINCT FROM 100
           OR EXISTS (
               SELECT FROM jsonb_array_elements(content -> 'dimensions') AS d
               WHERE coalesce((own #>> ARRAY ['dimensions', d ->> 'code'])::numeric, (d ->> 'weight')::numeric) > 0
                 AND (SELECT sum(coalesce(
                          (own #>> ARRAY ['indicators', i ->> 'code'])::numeric, (i ->> 'weight')::numeric))
                      FROM jsonb_array_elements(d -> 'indicators') AS i) IS DISTINCT FROM 100))
$$;

-- A document: it is read whole, turned into contracts, and never asked for by its parts (ADR 24).
CREATE TABLE contract_template (
    id         uuid PRIMARY KEY,
    code       text        NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]{0,31}$'),
    version    int         NOT NULL CHECK (version >= 1),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_en    text,
    created_at timestamptz NOT NULL,
    created_by text        NOT NULL,
    content    jsonb       NOT NULL CHECK (template_weights_whole(content)),
    UNIQUE (code, version)
);

CREATE TRIGGER contract_template_stays BEFORE UPDATE OR DELETE ON contract_template
    FOR EACH ROW EXECUTE FUNCTION never_changes();

ALTER TABLE contract ADD FOREIGN KEY (template_id) REFERENCES contract_template (id);
