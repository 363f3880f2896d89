CREATE TABLE park (
    code    text PRIMARY KEY CHECK (code ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    version bigint NOT NULL,
    name    text   NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100)
);

CREATE TABLE enterprise (
    id         uuid PRIMARY KEY,
    version    bigint      NOT NULL,
    park       text        NOT NULL REFERENCES park,
    name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
    trade      text CHECK (char_length(trade) BETWEEN 1 AND 100),
    size       text CHECK (size IN ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
    -- One that has left is kept for the sake of its visits, and is not planned any more.
    active     boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT enterprise_once_in_a_park UNIQUE (park, name)
);
CREATE INDEX enterprise_by_name ON enterprise (name, id);
CREATE INDEX enterprise_in_park ON enterprise (park, name, id);

-- Personal data: read by the office, and by whoever is to visit.
CREATE TABLE enterprise_contact (
    enterprise uuid NOT NULL REFERENCES enterprise,
    ordinal    int  NOT NULL CHECK (ordinal >= 0),
    name       text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    post       text CHECK (char_length(post) BETWEEN 1 AND 100),
    phone      text CHECK (char_length(phone) BETWEEN 1 AND 40),
    email      text CHECK (char_length(email) BETWEEN 1 AND 254),
    PRIMARY KEY (enterprise, ordinal)
);
