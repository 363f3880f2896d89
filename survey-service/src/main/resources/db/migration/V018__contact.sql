-- Which department has which case that came from a response, as the events of the case say: the highest step counts.
CREATE TABLE case_holder (
    case_id     uuid PRIMARY KEY,
    step        int  NOT NULL CHECK (step > 0),
    response_id uuid NOT NULL,
    -- Null while nobody has it, and again once it is closed.
    department  text
);

-- Who was shown how to reach somebody. Written in the transaction that reads it, and never changed.
CREATE TABLE contact_view (
    id         uuid PRIMARY KEY,
    case_id    uuid        NOT NULL,
    viewed_by  text        NOT NULL,
    department text,
    viewed_at  timestamptz NOT NULL
);
CREATE INDEX contact_view_case ON contact_view (case_id, id);

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was seen stays on record';
END $$;
CREATE TRIGGER contact_view_is_final BEFORE UPDATE OR DELETE ON contact_view
    FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
