-- Files may be in a bucket; then there is no piece of them here.
ALTER TABLE attachment ADD COLUMN store text NOT NULL DEFAULT 'DATABASE' CHECK (store IN ('DATABASE', 'S3'));
ALTER TABLE attachment ALTER COLUMN store DROP DEFAULT;
-- The size says how many there are.
ALTER TABLE attachment DROP COLUMN pieces;

-- Objects of the bucket that belong to no row: each is here before it is put, and the transaction that makes its row takes it out.
-- Whatever is left when its time comes is removed.
CREATE TABLE loose_object (
    id     uuid PRIMARY KEY,
    due_at timestamptz NOT NULL
);
CREATE INDEX loose_object_due ON loose_object (due_at);

-- The row goes first, by whatever hand; its object follows.
CREATE FUNCTION loosen_object() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO loose_object (id, due_at) VALUES (OLD.id, now());
    RETURN NULL;
END
$$;
CREATE TRIGGER attachment_loosens_object AFTER DELETE ON attachment
    FOR EACH ROW WHEN (OLD.store = 'S3') EXECUTE FUNCTION loosen_object();
