-- A key has a name and limits; what is sent with a request is one of its secrets, which change as the key is rotated.
ALTER TABLE analyst_key RENAME TO analyst_secret;

CREATE TABLE analyst_key (
    id           uuid PRIMARY KEY,
    name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    -- Null: all sets, those to come included.
    sets         text[] CHECK (cardinality(sets) > 0),
    department   text,
    created_at   timestamptz NOT NULL,
    created_by   text        NOT NULL,
    expires_at   timestamptz,
    rotated_at   timestamptz,
    revoked_at   timestamptz,
    revoked_by   text,
    last_used_at timestamptz,
    CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
);
-- A name means one key at a time; a revoked key stays in the list under the name it had.
CREATE UNIQUE INDEX analyst_key_one_by_name ON analyst_key (name) WHERE revoked_at IS NULL;

INSERT INTO analyst_key (id, name, created_at, created_by)
SELECT gen_random_uuid(), 'bootstrap', min(created_at), 'bootstrap' FROM analyst_secret HAVING count(*) > 0;

-- Secrets stay when they have ended: one that is still in a file must not count as new.
ALTER TABLE analyst_secret ADD COLUMN key uuid REFERENCES analyst_key;
ALTER TABLE analyst_secret ADD COLUMN valid_until timestamptz;
UPDATE analyst_secret SET key = (SELECT id FROM analyst_key);
ALTER TABLE analyst_secret ALTER COLUMN key SET NOT NULL;
CREATE INDEX analyst_secret_key ON analyst_secret (key);
