-- By the hash of which receipt which case is spoken for. The receipt is survey-service's and its holder's; who reads this
-- table can answer for nobody.
CREATE TABLE case_receipt (
    receipt_hash text NOT NULL CHECK (receipt_hash ~ '^[0-9a-f]{64}$'),
    case_id      uuid NOT NULL REFERENCES feedback_case,
    PRIMARY KEY (receipt_hash, case_id)
);

-- Whether questions may go to the contact: not to one that only those have written down who are judged by the answer.
ALTER TABLE feedback_case ADD COLUMN contact_vouched boolean NOT NULL DEFAULT true;
ALTER TABLE feedback_case ALTER COLUMN contact_vouched DROP DEFAULT;

-- A contact that was put right is asked once more by the same channel.
ALTER TABLE notification ADD COLUMN turn int NOT NULL DEFAULT 0 CHECK (turn >= 0);
ALTER TABLE notification ALTER COLUMN turn DROP DEFAULT;
DROP INDEX notification_once;
CREATE UNIQUE INDEX notification_once ON notification (case_id, about, attempt, channel, turn);

-- Where there is no road nothing was sent, and nothing says so.
ALTER TABLE notification DROP CONSTRAINT notification_state_check;
ALTER TABLE notification ADD CONSTRAINT notification_state_check
    CHECK (state IN ('PENDING', 'SENT', 'NOT_SENT', 'FAILED', 'DROPPED'));
ALTER TABLE notice DROP CONSTRAINT notice_state_check;
ALTER TABLE notice ADD CONSTRAINT notice_state_check
    CHECK (state IN ('PENDING', 'SENT', 'NOT_SENT', 'FAILED', 'DROPPED'));
