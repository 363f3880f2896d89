-- What was approved stays as it was: a paper in pieces, from which its files are made again, the same each time.
CREATE TABLE edition (
    id        uuid PRIMARY KEY,
    title     text        NOT NULL,
    content   text        NOT NULL,
    sha256    bytea       NOT NULL CHECK (octet_length(sha256) = 32),
    frozen_at timestamptz NOT NULL
);
CREATE TRIGGER edition_is_final BEFORE UPDATE OR DELETE ON edition
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The template of the quarterly report. Each change is a version of its own; a report keeps the one it was begun with.
CREATE TABLE supply_template (
    version    int PRIMARY KEY CHECK (version > 0),
    title      text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    written_by text        NOT NULL,
    written_at timestamptz NOT NULL
);
CREATE TABLE supply_template_figure (
    template int  NOT NULL REFERENCES supply_template,
    number   int  NOT NULL CHECK (number BETWEEN 0 AND 199),
    code     text NOT NULL CHECK (code ~ '^[A-Za-z][A-Za-z0-9_-]{0,63}$'),
    name     text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    unit     text NOT NULL CHECK (char_length(unit) BETWEEN 1 AND 20),
    PRIMARY KEY (template, number),
    UNIQUE (template, code)
);
CREATE TABLE supply_template_section (
    template int  NOT NULL REFERENCES supply_template,
    number   int  NOT NULL CHECK (number BETWEEN 0 AND 29),
    title    text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    text     text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 10000),
    PRIMARY KEY (template, number)
);
CREATE TRIGGER supply_template_is_final BEFORE UPDATE OR DELETE ON supply_template
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supply_template_figure_is_final BEFORE UPDATE OR DELETE ON supply_template_figure
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER supply_template_section_is_final BEFORE UPDATE OR DELETE ON supply_template_section
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

INSERT INTO supply_template VALUES (1, '供电信息汇报', 'huisheng', now());
INSERT INTO supply_template_figure VALUES
    (1, 0, 'society-energy', '全社会用电量', '亿千瓦时'),
    (1, 1, 'industry-energy', '工业用电量', '亿千瓦时'),
    (1, 2, 'resident-energy', '居民生活用电量', '亿千瓦时'),
    (1, 3, 'peak-load', '最高负荷', '万千瓦'),
    (1, 4, 'new-connections', '新装增容户数', '户'),
    (1, 5, 'new-capacity', '新装增容容量', '万千伏安'),
    (1, 6, 'key-projects', '服务重点项目', '个'),
    (1, 7, 'reliability', '供电可靠率', '%'),
    (1, 8, 'outage-hours', '户均停电时间', '小时'),
    (1, 9, 'voltage-quality', '综合电压合格率', '%'),
    (1, 10, 'visits', '走访企业', '户次'),
    (1, 11, 'requests', '受理诉求', '件'),
    (1, 12, 'requests-solved', '办结诉求', '件'),
    (1, 13, 'satisfaction', '客户满意率', '%');
INSERT INTO supply_template_section VALUES
    (1, 0, '一、供用电情况', E'{quarter}，全社会用电量{figure.society-energy}，同比{figure.society-energy.change}；其中工业用电量{figure.industry-energy}，同比{figure.industry-energy.change}，居民生活用电量{figure.resident-energy}，同比{figure.resident-energy.change}。最高负荷{figure.peak-load}，电力供应平稳有序。\n{table: society-energy, industry-energy, resident-energy, peak-load}'),
    (1, 1, '二、业扩报装与重点项目', E'受理新装增容{figure.new-connections}、容量{figure.new-capacity}，跟踪服务重点项目{figure.key-projects}。\n{table: new-connections, new-capacity, key-projects}'),
    (1, 2, '三、供电可靠性', E'供电可靠率{figure.reliability}，户均停电时间{figure.outage-hours}，综合电压合格率{figure.voltage-quality}。\n{table: reliability, outage-hours, voltage-quality}'),
    (1, 3, '四、优质服务与诉求办理', E'走访企业{figure.visits}，受理各类诉求{figure.requests}，办结{figure.requests-solved}，客户满意率{figure.satisfaction}。\n{table: visits, requests, requests-solved, satisfaction}'),
    (1, 4, '五、下阶段工作安排', E'下阶段，将持续做好电力保供，加快重点项目配套电网建设，提升供电可靠性和服务水平，为地方经济社会发展提供可靠电力保障。');

CREATE TABLE supply_report (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL,
    content_digest bytea       NOT NULL,
    quarter        text        NOT NULL CHECK (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    sent_to        text        NOT NULL CHECK (char_length(sent_to) BETWEEN 1 AND 200),
    department     text        NOT NULL REFERENCES department,
    template       int         NOT NULL REFERENCES supply_template,
    title          text        NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    due_on         date        NOT NULL,
    status         text        NOT NULL
        CHECK (status IN ('DRAFT', 'APPROVED', 'SENT', 'RECEIVED', 'ENDORSED', 'CANCELLED')),
    -- Whether it was sent in time, once that is decided; it is told to the figures and never taken back.
    on_time        boolean,
    authors        text[]      NOT NULL CHECK (cardinality(authors) > 0),
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL,
    approved_by    text,
    approved_at    timestamptz,
    edition        uuid REFERENCES edition,
    -- What it is in the register of all that was sent.
    register_entry uuid UNIQUE REFERENCES government_report,
    CONSTRAINT supply_report_approved_as_a_whole CHECK (num_nulls(approved_by, approved_at, edition) IN (0, 3)),
    CONSTRAINT supply_report_approved_by_another CHECK (approved_by IS NULL OR NOT approved_by = ANY (authors)),
    CONSTRAINT supply_report_drafts_are_open CHECK (status <> 'DRAFT' OR edition IS NULL),
    CONSTRAINT supply_report_sent_as_approved CHECK (
        status NOT IN ('APPROVED', 'SENT', 'RECEIVED', 'ENDORSED') OR edition IS NOT NULL),
    CONSTRAINT supply_report_sent_is_registered CHECK (
        (status IN ('SENT', 'RECEIVED', 'ENDORSED')) = (register_entry IS NOT NULL)),
    CONSTRAINT supply_report_sent_is_settled CHECK (status NOT IN ('SENT', 'RECEIVED', 'ENDORSED') OR on_time IS NOT NULL)
);
CREATE UNIQUE INDEX supply_report_once ON supply_report (sent_to, quarter) WHERE status <> 'CANCELLED';
CREATE INDEX supply_report_latest ON supply_report (quarter, id);
CREATE INDEX supply_report_status ON supply_report (status, quarter, id);

CREATE TABLE supply_report_section (
    report uuid NOT NULL REFERENCES supply_report,
    number int  NOT NULL CHECK (number BETWEEN 0 AND 29),
    title  text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
    text   text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 10000),
    PRIMARY KEY (report, number)
);
CREATE TABLE supply_report_figure (
    report   uuid NOT NULL REFERENCES supply_report,
    number   int  NOT NULL CHECK (number BETWEEN 0 AND 199),
    code     text NOT NULL CHECK (code ~ '^[A-Za-z][A-Za-z0-9_-]{0,63}$'),
    name     text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    unit     text NOT NULL CHECK (char_length(unit) BETWEEN 1 AND 20),
    present  numeric(16, 4),
    -- In the same quarter of the year before.
    previous numeric(16, 4),
    note     text CHECK (char_length(note) BETWEEN 1 AND 200),
    PRIMARY KEY (report, number)
);

CREATE TABLE supply_entry (
    id     uuid PRIMARY KEY,
    report uuid        NOT NULL REFERENCES supply_report,
    at     timestamptz NOT NULL,
    actor  text        NOT NULL,
    step   text        NOT NULL CHECK (step IN ('OPENED', 'WRITTEN', 'FIGURES_ENTERED', 'APPROVED', 'RETURNED', 'SENT',
        'RECEIVED', 'ENDORSED', 'CANCELLED', 'REMINDED')),
    words  text CHECK (char_length(words) BETWEEN 1 AND 4000)
);
CREATE INDEX supply_entry_report ON supply_entry (report, id);
CREATE TRIGGER supply_entry_is_final BEFORE UPDATE OR DELETE ON supply_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE supply_reminder (
    report   uuid        NOT NULL REFERENCES supply_report,
    kind     text        NOT NULL,
    due_at   timestamptz NOT NULL,
    fired_at timestamptz,
    PRIMARY KEY (report, kind)
);
CREATE INDEX supply_reminder_due ON supply_reminder (due_at) WHERE fired_at IS NULL;

-- Which reports an endorsement praises.
CREATE INDEX government_report_endorsement ON government_report (endorsement, sent_at, id) WHERE endorsement IS NOT NULL;
