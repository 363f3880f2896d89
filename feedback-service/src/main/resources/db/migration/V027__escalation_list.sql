-- Escalations as a list, newest first.
ALTER TABLE escalation ADD COLUMN id uuid;
UPDATE escalation SET id = gen_random_uuid();
ALTER TABLE escalation ALTER COLUMN id SET NOT NULL;
CREATE INDEX escalation_newest ON escalation (fired_at, id);
CREATE INDEX escalation_department ON escalation (department, fired_at, id);
CREATE INDEX escalation_recipient ON escalation (recipient, fired_at, id);
CREATE INDEX escalation_department_recipient ON escalation (department, recipient, fired_at, id);
