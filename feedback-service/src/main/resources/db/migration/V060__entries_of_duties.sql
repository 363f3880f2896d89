-- From a figure to the record it was made of.
CREATE INDEX duty_entry ON duty_revision (entry);
