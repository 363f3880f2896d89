import { describe, expect, it } from 'vitest';
import { typeOf } from '../../shared/importing/table';
import { isModel, TYPES } from './files';

describe('a file of the register', () => {
    it('is a table or a model', () => {
        expect(isModel(typeOf(TYPES, '故障抢修.bpmn') ?? '')).toBe(true);
        expect(isModel(typeOf(TYPES, 'aris-export.xml') ?? '')).toBe(true);
        expect(isModel(typeOf(TYPES, '流程.csv') ?? '')).toBe(false);
    });
});
