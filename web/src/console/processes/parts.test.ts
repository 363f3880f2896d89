import { describe, expect, it } from 'vitest';
import type { OfFeedback } from '../api';
import { changeOf, draftsOf, isWhole, raised } from './parts';

const process: OfFeedback['ProcessView'] = {
    code: 'billing',
    name: '电费回收',
    nameEn: 'Billing',
    department: null,
    keyProcess: false,
    typicalBusiness: false,
    active: true,
    steps: [{ code: 'READ', name: '抄表', nameEn: null, post: 'reader' }],
    duties: [],
    standards: [],
    institutions: [],
    performance: [],
    formerSteps: [],
};

describe('a part of a process', () => {
    it('is edited as lines of texts and sent without what is empty', () => {
        const drafts = draftsOf(process, 'steps');

        expect(drafts).toEqual([{ code: 'READ', name: '抄表', nameEn: '', post: 'reader' }]);
        expect(changeOf(process, 'steps', [...drafts, { code: ' BILL ', name: '开票', post: '' }])).toEqual({
            name: '电费回收',
            nameEn: 'Billing',
            steps: [
                { code: 'READ', name: '抄表', post: 'reader' },
                { code: 'BILL', name: '开票' },
            ],
        });
    });

    it('is whole when every line says what it must', () => {
        expect(isWhole('steps', { code: 'A' })).toBe(false);
        expect(isWhole('duties', { duty: '告知' })).toBe(true);
        expect(isWhole('standards', { code: 'A', title: ' ' })).toBe(false);
    });

    it('has lines that are raised, but the first', () => {
        expect(raised(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
        expect(raised(['a', 'b'], 0)).toEqual(['a', 'b']);
    });
});
