-- Where the audit log ended when the period was sealed. It is part of the seal's hash; seals from before have none.
ALTER TABLE seal ADD COLUMN audit_position bigint CHECK (audit_position > 0);
ALTER TABLE seal ADD COLUMN audit_hash text;
ALTER TABLE seal ADD CONSTRAINT audit_head_or_none CHECK ((audit_position IS NULL) = (audit_hash IS NULL));
