-- The days, in business time, on which what a view shows was opened.
ALTER TABLE saved_view ADD COLUMN opened_from date;
ALTER TABLE saved_view ADD COLUMN opened_to date;
ALTER TABLE saved_view ADD CONSTRAINT opened_in_order CHECK (opened_to >= opened_from);
