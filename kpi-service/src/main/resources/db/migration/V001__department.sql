CREATE TABLE department (
    code       text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{0,31}$'),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_en    text        NOT NULL CHECK (length(name_en) BETWEEN 1 AND 100),
    active     boolean     NOT NULL,
    changed_at timestamptz NOT NULL,
    version    bigint      NOT NULL
);
