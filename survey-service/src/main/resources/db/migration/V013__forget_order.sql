-- Up to which day the rows of an anonymous campaign have been laid anew in an order that means nothing.
ALTER TABLE campaign ADD COLUMN order_forgotten_until date;
CREATE INDEX campaign_anonymous ON campaign (order_forgotten_until NULLS FIRST, id) WHERE anonymous AND status <> 'DRAFT';
