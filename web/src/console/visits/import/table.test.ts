import { describe, expect, it } from 'vitest';
import { emptyTable, typeOf } from './table';

describe('a table of enterprises', () => {
    it('is known by the end of its name, however that is written', () => {
        expect(typeOf('名录.2026.csv')).toBe('text/csv');
        expect(typeOf('名录.XLSX')).toContain('spreadsheetml.sheet');
    });

    it('is not taken in another form', () => {
        expect(typeOf('名录.xls')).toBeUndefined();
        expect(typeOf('csv.pdf')).toBeUndefined();
        expect(typeOf('名录')).toBeUndefined();
    });

    it('when empty has a column for all there is, in the language that is spoken', () => {
        expect(emptyTable('zh-CN')).toBe('\ufeff园区,企业名称,行业,规模,在用,联系人,职务,电话,邮箱\r\n');
        expect(emptyTable('en')).toContain('park,name,trade,size,active,contact,post,phone,email');
    });
});
