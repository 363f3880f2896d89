-- Answers given before the end may still come in for some days after it; without a number they may not.
-- The end is the moment of closing, by the clock or by hand, and must be known to tell which answers are meant.
ALTER TABLE campaign
    ADD COLUMN grace_days int CHECK (grace_days BETWEEN 1 AND 31),
    ADD COLUMN closed_at timestamptz CHECK (closed_at <= closes_at);
