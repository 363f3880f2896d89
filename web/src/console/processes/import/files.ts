import { TABLES, type FileTypes } from '../../shared/importing/table';

/** What the service knows columns by: in the API, and as offices call them. */
export const COLUMNS = [
    { field: 'kind', chinese: '类型' },
    { field: 'process', chinese: '流程代码' },
    { field: 'code', chinese: '代码' },
    { field: 'name', chinese: '名称' },
    { field: 'nameEn', chinese: '英文名称' },
    { field: 'post', chinese: '岗位' },
    { field: 'department', chinese: '归口部门' },
    { field: 'reference', chinese: '依据' },
    { field: 'key', chinese: '关键' },
    { field: 'typical', chinese: '典型业务' },
    { field: 'active', chinese: '在用' },
] as const;

const MODEL = 'application/xml';

export const TYPES: FileTypes = { ...TABLES, bpmn: MODEL, xml: MODEL };

export function isModel(type: string): boolean {
    return type === MODEL;
}
