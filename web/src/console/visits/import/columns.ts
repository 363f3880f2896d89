/** What the service knows columns by: in the API, and as offices call them. */
export const COLUMNS = [
    { field: 'park', chinese: '园区' },
    { field: 'name', chinese: '企业名称' },
    { field: 'trade', chinese: '行业' },
    { field: 'size', chinese: '规模' },
    { field: 'active', chinese: '在用' },
    { field: 'contact', chinese: '联系人' },
    { field: 'post', chinese: '职务' },
    { field: 'phone', chinese: '电话' },
    { field: 'email', chinese: '邮箱' },
] as const;
