-- Which version of its aggregate an event made; null of what has none.
ALTER TABLE outbox ADD COLUMN IF NOT EXISTS subject_version bigint;
