import { catalogue } from '../console/i18n/catalogue';

export const outcomesTexts = catalogue(
    {
        title: '您说，我们办',
        lead: '大家反映的问题办成了什么。文字经过改写和审核，不含任何人的身份信息。',
        all: '全部',
        sides: { EMPLOYEE: '员工', GOVERNMENT: '政府', ENTERPRISE: '企业', CUSTOMER: '用户' },
        filter: '按反馈层面筛选',
        youSaid: '您说',
        weDid: '我们办',
        none: '还没有公开的成效。',
        more: '显示更多',
        unreachable: { title: '暂时打不开', text: '请检查网络后重试。' },
        box: '我也有建议（员工建议箱）',
    },
    {
        title: 'You said, we did',
        lead: 'What became of what people told us. The words are ours, read by a second person, and name nobody.',
        all: 'All',
        sides: { EMPLOYEE: 'Employees', GOVERNMENT: 'Government', ENTERPRISE: 'Enterprises', CUSTOMER: 'Customers' },
        filter: 'Whose words',
        youSaid: 'You said',
        weDid: 'We did',
        none: 'Nothing has been published yet.',
        more: 'Show more',
        unreachable: { title: 'Nobody answers', text: 'Check the network and try again.' },
        box: 'I have a suggestion, too (for employees)',
    },
);
