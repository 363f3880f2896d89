-- What cases are found by, as pairs of signs. Beside the case, because a step of a case would else rewrite these indexes.
CREATE TABLE case_text (
    case_id uuid PRIMARY KEY REFERENCES feedback_case,
    -- For those who see titles only: nobody finds by words they may not read.
    titles  tsvector NOT NULL,
    words   tsvector NOT NULL
);
CREATE INDEX case_text_titles ON case_text USING gin (titles);
CREATE INDEX case_text_words ON case_text USING gin (words);

-- Cases of before; their words are added by and by, since only the service knows how.
CREATE TABLE case_text_backlog (case_id uuid PRIMARY KEY REFERENCES feedback_case);
INSERT INTO case_text_backlog SELECT id FROM feedback_case;
