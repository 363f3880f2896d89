-- What an indicator is about, in a sentence, as both parties read it when they sign.
ALTER TABLE contract_indicator
    ADD COLUMN explanation    text CHECK (length(explanation) BETWEEN 1 AND 300),
    ADD COLUMN explanation_en text CHECK (length(explanation_en) BETWEEN 1 AND 300);
