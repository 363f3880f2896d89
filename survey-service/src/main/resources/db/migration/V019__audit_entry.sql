-- Who changed what, and who was shown something about a person. An entry is written in the transaction of the change, or
-- before the answer; the linker gives it its place in the chain of hashes a moment later, so that nobody waits for anybody.
CREATE TABLE audit_entry (
    id           uuid PRIMARY KEY,
    seq          bigint GENERATED ALWAYS AS IDENTITY,
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    roles        text        NOT NULL,
    department   text,
    action       text        NOT NULL,
    subject_type text        NOT NULL,
    subject_id   text,
    request_id   text,
    -- JSON, but not jsonb: the bytes are part of what is hashed.
    detail       text        NOT NULL,
    position     bigint UNIQUE CHECK (position > 0),
    hash         bytea CHECK (octet_length(hash) = 32),
    CHECK ((position IS NULL) = (hash IS NULL))
);
CREATE INDEX audit_entry_waiting ON audit_entry (seq) WHERE position IS NULL;
-- An id begins with the time, so these find spans of time as well.
CREATE INDEX audit_entry_actor ON audit_entry (actor, id);
CREATE INDEX audit_entry_action ON audit_entry (action, id);
CREATE INDEX audit_entry_subject ON audit_entry (subject_id, id);
CREATE INDEX audit_entry_request ON audit_entry (request_id);

-- Where the chain ends: without it nobody would miss its tail.
CREATE TABLE audit_head (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    position bigint NOT NULL,
    hash     bytea  NOT NULL CHECK (octet_length(hash) = 32)
);

-- The service owns its tables, so rights cannot be taken from it; this keeps its own statements, and mistakes at a console,
-- from what was written. Who may drop the trigger cannot help leaving a chain that does not verify.
CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.position IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.position IS NULL AND NEW.position IS NOT NULL
        AND (to_jsonb(NEW) - '{position,hash}'::text[]) = (to_jsonb(OLD) - '{position,hash}'::text[]) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'audit_entry is only ever added to';
END $$;
CREATE TRIGGER audit_entry_stays BEFORE INSERT OR UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION audit_entry_stays();
CREATE TRIGGER audit_entry_is_not_emptied BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();
