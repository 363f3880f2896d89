-- Accounts of those whom an OIDC provider vouches for: the same person has the same pair, whatever they are called. They have
-- no password here. Their names may be addresses, which no account made here can have.
ALTER TABLE account
    ADD COLUMN issuer  text,
    ADD COLUMN subject text,
    ADD CONSTRAINT account_vouched_for CHECK ((issuer IS NULL) = (subject IS NULL)),
    DROP CONSTRAINT account_username_check,
    ADD CONSTRAINT account_username_check CHECK (username ~ '^[a-z0-9][a-z0-9._@-]{0,63}$'
        AND (issuer IS NOT NULL OR username ~ '^[a-z0-9][a-z0-9._-]{0,63}$'));
CREATE UNIQUE INDEX account_of_a_provider ON account (issuer, subject) WHERE issuer IS NOT NULL;
