-- Pages, exports and the folding of a day all walk along this. New responses come in at the end of their campaign's part
-- (those of an anonymous campaign somewhere within the day), so it costs the intake little.
CREATE INDEX response_of_campaign ON response (campaign_id, received_at, response_id) WHERE withdrawn_at IS NULL;

-- Answers counted, once per day that is over; the present day is counted when somebody asks.
CREATE TABLE result_day (
    campaign_id uuid NOT NULL REFERENCES campaign,
    day         date NOT NULL,
    PRIMARY KEY (campaign_id, day)
);

-- question '' counts the responses themselves, value '' those who answered the question at all.
CREATE TABLE result_cell (
    campaign_id uuid   NOT NULL,
    day         date   NOT NULL,
    station     text   NOT NULL,
    month       text   NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
    question    text   NOT NULL,
    "row"       text   NOT NULL,
    value       text   NOT NULL,
    count       bigint NOT NULL CHECK (count > 0),
    PRIMARY KEY (campaign_id, day, station, month, question, "row", value),
    FOREIGN KEY (campaign_id, day) REFERENCES result_day ON DELETE CASCADE
);

-- Version `version` asks under new_name what the version before asked under old_name.
CREATE TABLE question_rename (
    survey_id uuid NOT NULL,
    version   int  NOT NULL CHECK (version > 1),
    old_name  text NOT NULL,
    new_name  text NOT NULL,
    PRIMARY KEY (survey_id, version, old_name),
    UNIQUE (survey_id, version, new_name),
    FOREIGN KEY (survey_id, version) REFERENCES survey_version
);
