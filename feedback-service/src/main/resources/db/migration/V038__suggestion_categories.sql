-- What suggestions may be about: whatever stands below employee-suggestion. The office goes on from here.
INSERT INTO category (code, parent, name, name_en, severity, version, active)
SELECT 'employee-suggestion.' || code, 'employee-suggestion', name, name_en, severity, 0, true FROM (VALUES
    ('safety', '安全生产', 'Safety at work', 'HIGH'),
    ('process', '流程与效率', 'Processes and efficiency', 'NORMAL'),
    ('service', '服务改进', 'Better service', 'NORMAL'),
    ('working-conditions', '工作条件', 'Working conditions', 'NORMAL'),
    ('training', '培训与成长', 'Training', 'NORMAL'),
    ('fairness', '管理与公平', 'Management and fairness', 'NORMAL')
) AS seed (code, name, name_en, severity)
ON CONFLICT (code) DO NOTHING;
DELETE FROM unlisted_category WHERE code IN (SELECT code FROM category);
