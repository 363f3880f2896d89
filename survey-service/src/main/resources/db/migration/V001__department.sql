-- A copy of what kpi-service publishes; never written by anyone else.
CREATE TABLE department (
    code    text PRIMARY KEY,
    name    text    NOT NULL,
    name_en text    NOT NULL,
    active  boolean NOT NULL,
    version bigint  NOT NULL
);
