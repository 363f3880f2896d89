-- Accounts are kept by administrators. Everything that was given out under an earlier generation (sessions, refresh tokens)
-- has ended: one number ends them all, and no clock is compared with another's.
ALTER TABLE account
    ADD COLUMN name                 text CHECK (length(name) BETWEEN 1 AND 100),
    ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
    ADD COLUMN disabled             boolean NOT NULL DEFAULT false,
    ADD COLUMN generation           integer NOT NULL DEFAULT 0,
    ADD COLUMN last_signed_in_at    timestamptz;
UPDATE account SET name = username;
ALTER TABLE account ALTER COLUMN name SET NOT NULL;

-- Failed attempts on one username from wherever they came. Names nobody has are counted too, so that they look the same.
CREATE TABLE failed_sign_in (
    username       text PRIMARY KEY,
    failures       integer     NOT NULL,
    last_failed_at timestamptz NOT NULL,
    locked_until   timestamptz
);
CREATE INDEX failed_sign_in_by_age ON failed_sign_in (last_failed_at);

-- Where somebody has signed in from: there the failures of strangers elsewhere do not lock them out.
CREATE TABLE familiar_address (
    username text        NOT NULL REFERENCES account ON DELETE CASCADE,
    address  text        NOT NULL,
    seen_at  timestamptz NOT NULL,
    PRIMARY KEY (username, address)
);
CREATE INDEX familiar_address_by_age ON familiar_address (seen_at);

-- Of the secret in the cookie only the digest is known; it is long and random, so a plain one does.
CREATE TABLE session (
    digest       bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    username     text        NOT NULL REFERENCES account ON DELETE CASCADE,
    generation   integer     NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX session_username ON session (username);
CREATE INDEX session_by_end ON session (expires_at);

-- Tokens that were got from one another, beginning with a password, are one family and end together.
CREATE TABLE refresh_family (
    id         uuid PRIMARY KEY,
    username   text        NOT NULL REFERENCES account ON DELETE CASCADE,
    generation integer     NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended      boolean     NOT NULL DEFAULT false
);
CREATE INDEX refresh_family_by_end ON refresh_family (expires_at);
CREATE INDEX refresh_family_username ON refresh_family (username);

-- Used ones stay as long as their family: who shows one again has got it from somebody else.
CREATE TABLE refresh_token (
    digest     bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    family     uuid        NOT NULL REFERENCES refresh_family ON DELETE CASCADE,
    expires_at timestamptz NOT NULL,
    used       boolean     NOT NULL DEFAULT false
);
CREATE INDEX refresh_token_family ON refresh_token (family);
