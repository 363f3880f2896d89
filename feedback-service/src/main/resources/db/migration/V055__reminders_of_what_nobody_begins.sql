-- Quarterly reports nobody has begun: of whom the office was reminded, before the usual day and after it once each.
CREATE TABLE supply_missing (
    quarter  text        NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    sent_to  text        NOT NULL CHECK (char_length(sent_to) BETWEEN 1 AND 200),
    late     boolean     NOT NULL,
    fired_at timestamptz NOT NULL,
    PRIMARY KEY (quarter, sent_to, late)
);

-- Before two months end, departments without a lecture are reminded; each of these is fired once.
CREATE TABLE lecture_reminder (
    plan     uuid        NOT NULL,
    number   int         NOT NULL,
    due_at   timestamptz NOT NULL,
    fired_at timestamptz,
    PRIMARY KEY (plan, number, due_at),
    FOREIGN KEY (plan, number) REFERENCES lecture_window
);
CREATE INDEX lecture_reminder_due ON lecture_reminder (due_at) WHERE fired_at IS NULL;

-- Of plans that count already, as far as it lies ahead; a window is settled three days after its end.
INSERT INTO lecture_reminder (plan, number, due_at)
SELECT plan, number, due_at - interval '3 days' - before
FROM lecture_window, (VALUES (interval '14 days'), (interval '3 days')) AS reminder (before)
WHERE settled_at IS NULL AND due_at - interval '3 days' - before > now();
