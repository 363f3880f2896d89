-- Years entered by hand; the others are in the files that come with the service.
CREATE TABLE calendar_year (
    calendar   text        NOT NULL CHECK (calendar ~ '^[A-Z][A-Z0-9_-]{0,31}$'),
    year       int         NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    version    bigint      NOT NULL,
    plan       text        NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (calendar, year)
);
