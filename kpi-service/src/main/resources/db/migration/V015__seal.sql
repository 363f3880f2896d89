-- Somebody wants a period sealed; it waits for a second person.
CREATE TABLE seal_request (
    period       text PRIMARY KEY,
    requested_by text        NOT NULL,
    requested_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL CHECK (expires_at > requested_at)
);

-- The chain of seals. Hashes are SHA-256 in hexadecimal, the recipe is in docs/sealing.md.
CREATE TABLE seal (
    sequence       bigint PRIMARY KEY CHECK (sequence >= 1),
    period         text COLLATE "C" NOT NULL UNIQUE,
    sealed_at      timestamptz NOT NULL,
    requested_by   text        NOT NULL,
    confirmed_by   text        NOT NULL CHECK (confirmed_by <> requested_by),
    cells_hash     text        NOT NULL,
    contracts_hash text        NOT NULL,
    rates_hash     text        NOT NULL,
    scores_hash    text        NOT NULL,
    previous_hash  text        CHECK ((previous_hash IS NULL) = (sequence = 1)),
    hash           text        NOT NULL UNIQUE
);

-- A sealed year freezes its quarters and months too, as far as no earlier seal has.
CREATE TABLE sealed_period (
    period   text COLLATE "C" PRIMARY KEY,
    sequence bigint NOT NULL REFERENCES seal (sequence)
);
CREATE INDEX sealed_period_sequence ON sealed_period (sequence);

-- What was frozen: canonical JSON, byte for byte what its hash is of.
CREATE TABLE seal_part (
    sequence   bigint           NOT NULL REFERENCES seal (sequence),
    kind       text COLLATE "C" NOT NULL CHECK (kind IN ('CELLS', 'CONTRACTS', 'RATES', 'SCORES')),
    period     text COLLATE "C" NOT NULL,
    department text COLLATE "C" NOT NULL,
    hash       text             NOT NULL,
    document   text             NOT NULL,
    PRIMARY KEY (sequence, kind, period, department)
);

CREATE TRIGGER is_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON seal
    FOR EACH STATEMENT EXECUTE FUNCTION is_written_once();
CREATE TRIGGER is_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_period
    FOR EACH STATEMENT EXECUTE FUNCTION is_written_once();
CREATE TRIGGER is_written_once BEFORE UPDATE OR DELETE OR TRUNCATE ON seal_part
    FOR EACH STATEMENT EXECUTE FUNCTION is_written_once();

-- What is sealed is shown otherwise than before.
CREATE TRIGGER count_change AFTER INSERT ON sealed_period
    FOR EACH STATEMENT EXECUTE FUNCTION count_change();
