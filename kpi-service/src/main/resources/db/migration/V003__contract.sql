-- The four dimensions a contract starts from. They are data: an office may use others.
CREATE TABLE standard_dimension (
    code     text PRIMARY KEY,
    name     text NOT NULL,
    name_en  text NOT NULL,
    position int  NOT NULL UNIQUE
);
INSERT INTO standard_dimension (code, name, name_en, position) VALUES
    ('AWARENESS', '增强意识', 'Awareness', 1),
    ('MANAGEMENT', '完善管理', 'Management', 2),
    ('MECHANISM', '改进机制', 'Mechanism', 3),
    ('OUTREACH', '成果推广', 'Outreach', 4);

CREATE TABLE contract (
    id         uuid PRIMARY KEY,
    department text        NOT NULL REFERENCES department (code),
    year       int         NOT NULL CHECK (year BETWEEN 2000 AND 2099),
    version    int         NOT NULL CHECK (version >= 1),
    created_at timestamptz NOT NULL,
    created_by text        NOT NULL,
    UNIQUE (department, year, version)
);
CREATE INDEX contract_year ON contract (year, department, version DESC);

CREATE TABLE contract_dimension (
    contract_id uuid          NOT NULL REFERENCES contract (id),
    code        text          NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]{0,31}$'),
    position    int           NOT NULL,
    name        text          NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_en     text,
    weight      numeric(5, 2) NOT NULL CHECK (weight > 0 AND weight <= 100),
    PRIMARY KEY (contract_id, code),
    UNIQUE (contract_id, position)
);

CREATE TABLE contract_indicator (
    contract_id        uuid           NOT NULL,
    dimension          text           NOT NULL,
    code               text           NOT NULL CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    position           int            NOT NULL,
    name               text           NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_en            text,
    metric             text           NOT NULL CHECK (metric ~ '^[a-z0-9][a-z0-9.-]{0,99}$'),
    denominator_metric text           CHECK (denominator_metric ~ '^[a-z0-9][a-z0-9.-]{0,99}$'),
    sides              text[]         NOT NULL CHECK (cardinality(sides) BETWEEN 1 AND 4
                           AND sides <@ ARRAY ['EMPLOYEE', 'GOVERNMENT', 'ENTERPRISE', 'CUSTOMER']),
    statistic          text           NOT NULL CHECK (statistic IN ('MEAN', 'RATE', 'COUNT', 'SUM')),
    direction          text           NOT NULL CHECK (direction IN ('HIGHER', 'LOWER')),
    base               numeric(18, 6) NOT NULL,
    target             numeric(18, 6) NOT NULL,
    stretch            numeric(18, 6),
    weight             numeric(5, 2)  NOT NULL CHECK (weight > 0 AND weight <= 100),
    minimum_sample     int            NOT NULL CHECK (minimum_sample >= 1),
    PRIMARY KEY (contract_id, code),
    UNIQUE (contract_id, dimension, position),
    FOREIGN KEY (contract_id, dimension) REFERENCES contract_dimension (contract_id, code),
    CHECK ((statistic = 'RATE') = (denominator_metric IS NOT NULL)),
    CHECK (CASE direction WHEN 'HIGHER' THEN base < target ELSE base > target END),
    CHECK (stretch IS NULL OR CASE direction WHEN 'HIGHER' THEN target < stretch ELSE target > stretch END)
);

-- Weights add up to 100, checked when the contract is whole.
CREATE FUNCTION contract_weights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT sum(weight) FROM contract_dimension WHERE contract_id = NEW.id) IS DISTINCT FROM 100
       OR EXISTS (SELECT FROM contract_dimension d WHERE d.contract_id = NEW.id
                  AND (SELECT sum(i.weight) FROM contract_indicator i
                       WHERE i.contract_id = d.contract_id AND i.dimension = d.code) IS DISTINCT FROM 100) THEN
        RAISE EXCEPTION 'weights of contract % do not add up to 100', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER contract_weights AFTER INSERT ON contract
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION contract_weights();
