import { catalogue } from '../i18n/catalogue';

export const administrationTexts = catalogue(
    {
        title: '系统管理',
        subjects: {
            users: '用户',
            departments: '部门',
            categories: '事项类别',
            limits: '办理时限',
            calendars: '工作日历',
            recipients: '通知接收人',
            notices: '通知记录',
            keys: '数据接口密钥',
            operations: '运行状况',
            rebuilds: '指标重算',
            archives: '历史归档',
        },
        once: {
            title: '请立即保存',
            text: '只显示这一次，关闭后无法再查看。',
            close: '已保存，关闭',
        },
    },
    {
        title: 'Administration',
        subjects: {
            users: 'Users',
            departments: 'Departments',
            categories: 'Categories',
            limits: 'Time limits',
            calendars: 'Calendars',
            recipients: 'Who is told',
            notices: 'Notices',
            keys: 'Keys for BI tools',
            operations: 'Operation',
            rebuilds: 'Making figures anew',
            archives: 'Archives',
        },
        once: {
            title: 'Keep this now',
            text: 'It is shown this once and never again.',
            close: 'Kept, close',
        },
    },
);
