-- Who may log in at the embedded issuer.
CREATE TABLE account (
    username      text PRIMARY KEY CHECK (username ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    password_hash text        NOT NULL,
    roles         text[]      NOT NULL CHECK (roles <@ ARRAY ['ADMIN', 'OFFICE', 'LIAISON', 'SURVEYOR', 'LEADER', 'ANALYST']),
    department    text,
    created_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What tokens are signed with. Retired keys stay until no token signed by them can be alive.
CREATE TABLE signing_key (
    id          uuid PRIMARY KEY,
    active      boolean     NOT NULL,
    private_key bytea       NOT NULL,
    public_key  bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- However many gateways start at once, one key wins.
CREATE UNIQUE INDEX signing_key_one_active ON signing_key (active) WHERE active;

-- Keys of BI tools. They are long and random, so a plain digest is as good as a slow one.
CREATE TABLE analyst_key (
    digest     bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
