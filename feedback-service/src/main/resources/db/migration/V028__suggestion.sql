-- With it receipt codes are made of what clients call their suggestions, so that a retry is told the same code again.
CREATE TABLE suggestion_key (
    id  int PRIMARY KEY CHECK (id = 1),
    key bytea NOT NULL
);

-- What employees write without an account. Nobody must be able to find them: there is no address, no device, no id of a
-- client and no moment here, only the period (a day) in which it was written.
CREATE TABLE suggestion (
    -- Who reads this table cannot speak for a suggester.
    code_hash      text PRIMARY KEY,
    version        bigint      NOT NULL,
    content_digest bytea       NOT NULL,
    since          timestamptz NOT NULL,
    category       text        NOT NULL,
    locale         text        NOT NULL CHECK (locale IN ('zh-CN', 'en')),
    -- Once there is a case the words are there, and nowhere else.
    text           text CHECK (char_length(text) BETWEEN 1 AND 4000),
    words          int         NOT NULL CHECK (words >= 0),
    case_id        uuid UNIQUE REFERENCES feedback_case,
    CONSTRAINT words_in_one_place CHECK ((case_id IS NULL) = (text IS NOT NULL))
);
CREATE INDEX suggestion_gathering ON suggestion (since) WHERE case_id IS NULL;

-- What the suggester writes later: messages, and whether they agree with what was done.
CREATE TABLE suggestion_word (
    suggestion text        NOT NULL REFERENCES suggestion,
    number     int         NOT NULL CHECK (number > 0),
    -- A hash of what the client calls it: the same again is a retry.
    key        text        NOT NULL UNIQUE,
    digest     bytea       NOT NULL,
    since      timestamptz NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('MESSAGE', 'CONFIRMED', 'DISPUTED')),
    attempt    int CHECK (attempt > 0),
    rating     int CHECK (rating BETWEEN 1 AND 5),
    text       text CHECK (char_length(text) BETWEEN 1 AND 2000),
    fate       text        NOT NULL CHECK (fate IN ('GATHERED', 'PASSED_ON', 'TOO_LATE')),
    PRIMARY KEY (suggestion, number),
    CONSTRAINT about_a_resolution CHECK ((kind = 'MESSAGE') = (attempt IS NULL)),
    CONSTRAINT rated_if_confirmed CHECK ((kind = 'CONFIRMED') = (rating IS NOT NULL)),
    CONSTRAINT nothing_left_behind CHECK (fate = 'GATHERED' OR text IS NULL)
);
CREATE INDEX suggestion_word_gathering ON suggestion_word (since, suggestion) WHERE fate = 'GATHERED';
