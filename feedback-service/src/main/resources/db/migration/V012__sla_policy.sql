-- A revision is never changed; the one in force is the one that nothing has taken the place of.
CREATE TABLE sla_policy (
    id            uuid        NOT NULL,
    revision      int         NOT NULL CHECK (revision > 0),
    clock         text        NOT NULL CHECK (clock IN ('FIRST_RESPONSE', 'RESOLUTION', 'CONFIRMATION')),
    -- With what its dots lead to; null for all.
    category      text CHECK (category ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    severity      text CHECK (severity IN ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
    calendar      text        NOT NULL,
    minutes       bigint      NOT NULL CHECK (minutes BETWEEN 1 AND 525600),
    ladder        text        NOT NULL,
    changed_by    text        NOT NULL,
    changed_at    timestamptz NOT NULL,
    superseded_at timestamptz,
    PRIMARY KEY (id, revision)
);
CREATE UNIQUE INDEX sla_policy_in_force ON sla_policy (clock, coalesce(category, ''), coalesce(severity, ''))
    WHERE superseded_at IS NULL;

-- A start; the office makes its own of them. 450 minutes are a working day. Of a ladder's rungs the number is working
-- minutes after the due time, below zero before it.
INSERT INTO sla_policy (id, revision, clock, category, severity, calendar, minutes, ladder, changed_by, changed_at)
SELECT gen_random_uuid(), 1, clock, category, severity, calendar, minutes, ladder, 'seed', now()
FROM (VALUES
    ('FIRST_RESPONSE', NULL, NULL, 'OFFICE', 450, '-120 LIAISON, 0 OFFICE, 450 LEADER'),
    ('FIRST_RESPONSE', NULL, 'HIGH', 'OFFICE', 210, '-60 LIAISON, 0 OFFICE, 225 LEADER'),
    ('FIRST_RESPONSE', NULL, 'CRITICAL', 'OFFICE', 60, '-15 LIAISON, 0 OFFICE, 60 LEADER'),
    ('FIRST_RESPONSE', 'outage', NULL, 'ALWAYS', 45, '-15 LIAISON, 0 OFFICE, 60 LEADER'),
    ('RESOLUTION', NULL, 'LOW', 'OFFICE', 4500, '-450 LIAISON, 0 OFFICE, 900 LEADER'),
    ('RESOLUTION', NULL, NULL, 'OFFICE', 2250, '-450 LIAISON, 0 OFFICE, 900 LEADER'),
    ('RESOLUTION', NULL, 'HIGH', 'OFFICE', 1350, '-225 LIAISON, 0 OFFICE, 450 LEADER'),
    ('RESOLUTION', NULL, 'CRITICAL', 'OFFICE', 450, '-120 LIAISON, 0 OFFICE, 225 LEADER'),
    ('RESOLUTION', 'outage', NULL, 'ALWAYS', 1440, '-240 LIAISON, 0 OFFICE, 240 LEADER'),
    ('CONFIRMATION', NULL, NULL, 'OFFICE', 3150, '-450 OFFICE, 0 OFFICE, 900 LEADER')
) AS start (clock, category, severity, calendar, minutes, ladder);
