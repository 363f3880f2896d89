import { describe, expect, it } from 'vitest';
import { accepted, emptyTable, TABLES, typeOf } from './table';

describe('a file to import', () => {
    it('is known by the end of its name, however that is written', () => {
        expect(typeOf(TABLES, '名录.2026.csv')).toBe('text/csv');
        expect(typeOf(TABLES, '流程.CSV')).toBe('text/csv');
        expect(typeOf(TABLES, '名录.XLSX')).toContain('spreadsheetml.sheet');
    });

    it('is not taken in another form', () => {
        expect(typeOf(TABLES, '名录.xls')).toBeUndefined();
        expect(typeOf(TABLES, 'csv.pdf')).toBeUndefined();
        expect(typeOf(TABLES, 'csv')).toBeUndefined();
        expect(accepted(TABLES)).toBe('.csv,.xlsx');
    });

    it('when empty has a column for all there is, in the language that is spoken', () => {
        const columns = [
            { field: 'park', chinese: '园区' },
            { field: 'name', chinese: '企业名称' },
        ];
        expect(emptyTable(columns, 'zh-CN')).toBe('\ufeff园区,企业名称\r\n');
        expect(emptyTable(columns, 'en')).toBe('\ufeffpark,name\r\n');
    });
});
