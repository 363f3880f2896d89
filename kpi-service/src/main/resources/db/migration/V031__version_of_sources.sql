-- Which version of its source a fact was made of: of a response the version of the survey it answered, of all else the version
-- of the resource. Null of what came before, until figures are made anew from the log.
ALTER TABLE observation ADD COLUMN source_version bigint;

-- A lineage is in the order of its events, of which the ids of anonymous ones are random: in order of time the place of a row
-- between others would tell its day.
DROP INDEX observation_lineage;
CREATE INDEX observation_lineage ON observation
    (department, metric, month, side, event_id, ordinal) WHERE NOT withdrawn;
DROP INDEX correction_lineage, correction_lineage_frozen;
CREATE INDEX correction_lineage ON correction (department, metric, month, side, event_id, ordinal);
CREATE INDEX correction_lineage_frozen ON correction (department, metric, taken_from, side, event_id, ordinal);
