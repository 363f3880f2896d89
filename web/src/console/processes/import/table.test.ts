import { describe, expect, it } from 'vitest';
import { emptyTable, isModel, typeOf } from './table';

describe('a file of the register', () => {
    it('is known by the end of its name, however that is written', () => {
        expect(typeOf('流程.CSV')).toBe('text/csv');
        expect(typeOf('流程.2026.xlsx')).toContain('spreadsheetml.sheet');
        expect(isModel(typeOf('故障抢修.bpmn') ?? '')).toBe(true);
        expect(isModel(typeOf('aris-export.xml') ?? '')).toBe(true);
    });

    it('is not taken in another form', () => {
        expect(typeOf('流程.xls')).toBeUndefined();
        expect(typeOf('csv')).toBeUndefined();
    });

    it('when an empty table has a column for all there is, in the language that is spoken', () => {
        expect(emptyTable('zh-CN')).toBe(
            '\ufeff类型,流程代码,代码,名称,英文名称,岗位,归口部门,依据,关键,典型业务,在用\r\n',
        );
        expect(emptyTable('en')).toContain('kind,process,code,name,nameEn,post');
    });
});
