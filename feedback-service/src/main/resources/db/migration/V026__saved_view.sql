-- Lists of cases somebody wants to see again, by name.
CREATE TABLE saved_view (
    id         uuid PRIMARY KEY,
    owner      text        NOT NULL,
    name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    shared     boolean     NOT NULL,
    status     text,
    department text,
    side       text,
    category   text,
    severity   text,
    overdue    boolean     NOT NULL,
    q          text CHECK (char_length(q) <= 200),
    saved_at   timestamptz NOT NULL,
    UNIQUE (owner, name)
);
CREATE INDEX saved_view_shared ON saved_view (name, id) WHERE shared;
