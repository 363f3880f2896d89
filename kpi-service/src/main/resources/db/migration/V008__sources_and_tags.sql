-- People are counted by the responses and cases behind a figure, not by rows: one response may answer several rows of a
-- matrix on one metric. Each row says what it adds to them: 1; 0, as a further one of the same response in the same cell;
-- -1, as a step taken back.
ALTER TABLE observation ADD COLUMN sources smallint NOT NULL DEFAULT 1;
UPDATE observation SET sources = 0
FROM (SELECT event_id, ordinal,
             row_number() OVER (PARTITION BY event_id, metric, side, department, month ORDER BY ordinal) AS place
      FROM observation WHERE source_type = 'RESPONSE') AS placed
WHERE placed.place > 1 AND (observation.event_id, observation.ordinal) = (placed.event_id, placed.ordinal);
UPDATE observation SET sources = -1 WHERE source_type = 'CASE' AND value < 0;
ALTER TABLE observation ALTER COLUMN sources DROP DEFAULT;

ALTER TABLE cell ADD COLUMN sources bigint NOT NULL DEFAULT 0;
UPDATE cell SET sources = counted.sources
FROM (SELECT month, department, metric, side, sum(sources) AS sources
      FROM observation WHERE NOT withdrawn GROUP BY month, department, metric, side) AS counted
WHERE (cell.month, cell.department, cell.metric, cell.side)
    = (counted.month, counted.department, counted.metric, counted.side);
ALTER TABLE cell ALTER COLUMN sources DROP DEFAULT;

-- The station a response was given at, or the category of a case; null for the others, and for what came before this.
ALTER TABLE observation ADD COLUMN tag text CHECK (length(tag) BETWEEN 1 AND 200);

-- The same as cell for what has a tag. Most answers have none, and most figures ask for none.
CREATE TABLE tagged_cell (
    month      date    NOT NULL,
    department text    NOT NULL,
    metric     text    NOT NULL,
    side       text    NOT NULL,
    tag        text    NOT NULL,
    n          bigint  NOT NULL CHECK (n >= 0),
    sum        numeric NOT NULL,
    sources    bigint  NOT NULL,
    PRIMARY KEY (month, department, metric, side, tag)
) WITH (fillfactor = 50);
