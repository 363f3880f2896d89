-- What limits or adds to a contract's score beside its dimensions.
CREATE TABLE contract_item (
    contract_id uuid NOT NULL REFERENCES contract (id),
    kind        text NOT NULL CHECK (kind IN ('VETO', 'BONUS')),
    position    int  NOT NULL,
    code        text NOT NULL CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    name_en     text,
    ceiling     numeric(5, 2) CHECK (ceiling >= 0 AND ceiling <= 100),
    indicator   text,
    below       numeric(18, 6),
    above       numeric(18, 6),
    points      numeric(5, 2) CHECK (points > 0 AND points <= 100),
    PRIMARY KEY (contract_id, code),
    UNIQUE (contract_id, kind, position),
    UNIQUE (contract_id, code, kind),
    FOREIGN KEY (contract_id, indicator) REFERENCES contract_indicator (contract_id, code),
    CHECK (CASE kind
        WHEN 'VETO' THEN ceiling IS NOT NULL AND points IS NULL
        ELSE points IS NOT NULL AND ceiling IS NULL AND indicator IS NULL END),
    CHECK ((indicator IS NULL) = (below IS NULL AND above IS NULL)),
    CHECK (below <= above)
);

CREATE FUNCTION contract_bonus_cap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.bonus_cap IS NOT NULL)
       <> EXISTS (SELECT FROM contract_item WHERE contract_id = NEW.id AND kind = 'BONUS') THEN
        RAISE EXCEPTION 'contract % has bonus items without a cap, or a cap without any', NEW.id
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER contract_bonus_cap AFTER INSERT ON contract
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION contract_bonus_cap();

ALTER TABLE contract ADD UNIQUE (id, department, year);

-- A veto that struck or a bonus that was granted, for a month. It counts for whatever version has an item of its code, so
-- a later version loses nothing.
CREATE TABLE item_record (
    id          uuid PRIMARY KEY,
    contract_id uuid        NOT NULL,
    department  text        NOT NULL,
    year        int         NOT NULL,
    month       date        NOT NULL CHECK (extract(day FROM month) = 1 AND extract(year FROM month) = year),
    item        text        NOT NULL,
    kind        text        NOT NULL,
    points      numeric(5, 2) CHECK (points > 0),
    evidence    text        NOT NULL CHECK (length(evidence) BETWEEN 1 AND 2000),
    link        text        CHECK (length(link) BETWEEN 1 AND 500),
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    revoked_by  text,
    revoked_at  timestamptz,
    revocation_reason text  CHECK (length(revocation_reason) BETWEEN 1 AND 2000),
    FOREIGN KEY (contract_id, department, year) REFERENCES contract (id, department, year),
    FOREIGN KEY (contract_id, item, kind) REFERENCES contract_item (contract_id, code, kind),
    CHECK ((kind = 'BONUS') = (points IS NOT NULL)),
    CHECK ((revoked_by IS NULL) = (revoked_at IS NULL) AND (revoked_by IS NULL) = (revocation_reason IS NULL))
);

-- Listed by department and year in order of entry, and read for scores.
CREATE INDEX item_record_list ON item_record (department, year, id);
CREATE INDEX item_record_year ON item_record (year, month) WHERE revoked_at IS NULL;

CREATE FUNCTION item_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.points > (SELECT points FROM contract_item WHERE contract_id = NEW.contract_id AND code = NEW.item) THEN
            RAISE EXCEPTION 'more points than item % gives', NEW.item USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NULL
       AND (OLD.id, OLD.contract_id, OLD.department, OLD.year, OLD.month, OLD.item, OLD.kind, OLD.points, OLD.evidence,
            OLD.link, OLD.recorded_by, OLD.recorded_at)
       IS NOT DISTINCT FROM
           (NEW.id, NEW.contract_id, NEW.department, NEW.year, NEW.month, NEW.item, NEW.kind, NEW.points, NEW.evidence,
            NEW.link, NEW.recorded_by, NEW.recorded_at) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'item_record % can only be revoked, once', OLD.id USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER item_record_stays BEFORE INSERT OR UPDATE OR DELETE ON item_record
    FOR EACH ROW EXECUTE FUNCTION item_record_stays();

CREATE TRIGGER count_change AFTER INSERT OR UPDATE OR DELETE ON item_record
    FOR EACH STATEMENT EXECUTE FUNCTION count_change();
