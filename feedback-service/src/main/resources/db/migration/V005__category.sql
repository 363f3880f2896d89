CREATE TABLE category (
    -- Dots make the tree: a.b is below a. Compared by bytes, so that what is below stands together.
    code       text COLLATE "C" PRIMARY KEY CHECK (code ~ '^[A-Za-z][A-Za-z0-9._-]{0,63}$'),
    version    bigint  NOT NULL DEFAULT 0,
    parent     text COLLATE "C" REFERENCES category,
    name       text    NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
    name_en    text    NOT NULL CHECK (char_length(name_en) BETWEEN 1 AND 100),
    severity   text    NOT NULL CHECK (severity IN ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
    department text REFERENCES department,
    active     boolean NOT NULL DEFAULT true,
    CONSTRAINT below_its_parent CHECK (parent IS NOT DISTINCT FROM substring(code from '^(.*)\.[^.]*$'))
);
ALTER TABLE category ALTER COLUMN version DROP DEFAULT, ALTER COLUMN active DROP DEFAULT;

INSERT INTO category (code, parent, name, name_en, severity, version, active)
SELECT code, parent, name, name_en, severity, 0, true FROM (VALUES
    ('outage', NULL, '停电', 'Outage', 'HIGH'),
    ('outage.unplanned', 'outage', '故障停电', 'Unplanned outage', 'HIGH'),
    ('outage.frequent', 'outage', '频繁停电', 'Frequent outages', 'HIGH'),
    ('outage.corridor-light', 'outage', '楼道灯不亮', 'Dark corridor', 'NORMAL'),
    ('outage.planned-notice', 'outage', '计划停电通知', 'Notice of planned outages', 'NORMAL'),
    ('power-quality', NULL, '电压质量', 'Voltage quality', 'NORMAL'),
    ('power-quality.low-voltage', 'power-quality', '低电压', 'Low voltage', 'NORMAL'),
    ('power-quality.flicker', 'power-quality', '电压波动', 'Fluctuation and flicker', 'NORMAL'),
    ('billing', NULL, '电费', 'Billing', 'NORMAL'),
    ('billing.amount', 'billing', '电费金额异议', 'Disputed amount', 'NORMAL'),
    ('billing.price', 'billing', '电价执行', 'Tariff', 'NORMAL'),
    ('billing.payment', 'billing', '缴费渠道', 'Ways to pay', 'LOW'),
    ('metering', NULL, '计量', 'Metering', 'NORMAL'),
    ('metering.accuracy', 'metering', '电表准确性', 'Accuracy of a meter', 'NORMAL'),
    ('metering.replacement', 'metering', '换表', 'Replacing a meter', 'LOW'),
    ('connection', NULL, '业扩报装', 'Connection', 'NORMAL'),
    ('connection.delay', 'connection', '办电超时', 'Delayed connection', 'HIGH'),
    ('connection.cost', 'connection', '办电收费', 'Charges for a connection', 'NORMAL'),
    ('connection.capacity', 'connection', '增容', 'More capacity', 'NORMAL'),
    ('service', NULL, '服务', 'Service', 'NORMAL'),
    ('service.attitude', 'service', '人员态度', 'Staff attitude', 'NORMAL'),
    ('service.hotline', 'service', '热线与营业厅', 'Hotline and counters', 'LOW'),
    ('safety', NULL, '用电安全', 'Safety', 'CRITICAL'),
    ('safety.line-hazard', 'safety', '线路隐患', 'Hazard of a line', 'CRITICAL'),
    ('safety.equipment', 'safety', '设备隐患', 'Hazard of equipment', 'CRITICAL'),
    ('safety.tree', 'safety', '树障', 'Trees near lines', 'HIGH'),
    ('environment', NULL, '环境影响', 'Environment', 'NORMAL'),
    ('environment.noise', 'environment', '噪声', 'Noise', 'NORMAL'),
    ('environment.road-work', 'environment', '施工占道', 'Road works', 'NORMAL'),
    ('demand-slip', NULL, '企业需求反馈单', 'Demand slip of an enterprise', 'NORMAL'),
    ('government-comment', NULL, '政府意见批示', 'Comment of the government', 'HIGH'),
    ('employee-suggestion', NULL, '员工建议', 'Suggestion of an employee', 'NORMAL'),
    ('other', NULL, '其他', 'Other', 'NORMAL')
) AS seed (code, parent, name, name_en, severity);

-- Codes somebody used that nobody has listed: no voice is turned away for one.
CREATE TABLE unlisted_category (
    code       text COLLATE "C" PRIMARY KEY,
    first_case uuid        NOT NULL REFERENCES feedback_case,
    first_used timestamptz NOT NULL
);
INSERT INTO unlisted_category (code, first_case, first_used)
SELECT DISTINCT ON (category) category, id, opened_at FROM feedback_case
WHERE category NOT IN (SELECT code FROM category) ORDER BY category, opened_at, id;

ALTER TABLE feedback_case ALTER COLUMN category TYPE text COLLATE "C";
CREATE INDEX feedback_case_category ON feedback_case (category, opened_at, id);
