-- The letter to the authority in its own words. What was sent stays as it was sent, whatever becomes of the template.
CREATE TABLE reply_letter (
    comment    uuid PRIMARY KEY REFERENCES government_comment,
    version    bigint      NOT NULL,
    text       text        NOT NULL CHECK (char_length(text) BETWEEN 1 AND 20000),
    written_by text        NOT NULL,
    written_at timestamptz NOT NULL,
    sealed_at  timestamptz
);
CREATE TRIGGER reply_letter_is_final BEFORE UPDATE OR DELETE ON reply_letter
    FOR EACH ROW WHEN (OLD.sealed_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
