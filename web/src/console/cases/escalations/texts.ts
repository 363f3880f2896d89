import { catalogue } from '../../i18n/catalogue';

export const escalationTexts = catalogue(
    {
        title: '催办记录',
        note: '系统在时限前后自动催办，最近的在前。',
        clock: '时限',
        recipient: '催办对象',
        dueAt: '到期',
        firedAt: '催办时间',
        soon: '即将到期',
        overdue: '全部超时事项',
        moved: '已由其他部门办理',
        none: '没有催办记录。',
    },
    {
        title: 'Reminders sent',
        note: 'Who was told of time limits, the newest first.',
        clock: 'Time limit',
        recipient: 'Told',
        dueAt: 'Due',
        firedAt: 'When',
        soon: 'Due soon',
        overdue: 'All overdue cases',
        moved: 'Another department has it now',
        none: 'Nobody was told of anything.',
    },
);
