-- Repeatable, since services have gone on to numbers above the kit's: which request an event came of (W3C Trace Context).
ALTER TABLE outbox ADD COLUMN IF NOT EXISTS traceparent text;
