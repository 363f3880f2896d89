-- What the government register is found by, as pairs of signs, like cases (V025). Words of a comment never change.
CREATE TABLE comment_text (
    comment uuid PRIMARY KEY REFERENCES government_comment,
    words   tsvector NOT NULL
);
CREATE INDEX comment_text_words ON comment_text USING gin (words);

-- Comments of before; their words are added by and by, since only the service knows how.
CREATE TABLE comment_text_backlog (comment uuid PRIMARY KEY REFERENCES government_comment);
INSERT INTO comment_text_backlog SELECT id FROM government_comment;
