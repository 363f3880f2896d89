import { describe, expect, it } from 'vitest';
import type { Node } from './definition';
import { differences, same, type Written } from './difference';

const written = (elements: Node[], measures: Node[] = []): Written => ({
    title: '开放日',
    definition: { pages: [{ name: 'page1', elements }] },
    measures,
});
const question = (name: string, more: Node = {}): Node => ({ type: 'rating', name, ...more });
const told = (before: Written, after: Written) => differences(before, after).map(({ kind, name }) => `${kind} ${name}`);

describe('what is other between two versions', () => {
    it('is nothing if only fields stand in another order', () => {
        const before = written([{ type: 'rating', name: 'a', rateMax: 5 }]);
        expect(differences(before, written([{ rateMax: 5, name: 'a', type: 'rating' }]))).toEqual([]);
        expect(same({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
        expect(same([1, 2], [2, 1])).toBe(false);
    });

    it('is a question more, less, or asked otherwise', () => {
        const before = written([question('a'), question('b')]);
        const after = written([question('a', { rateMax: 10 }), question('c')]);
        expect(told(before, after)).toEqual(['CHANGED a', 'ADDED c', 'REMOVED b']);
        expect(differences(before, after)[0]?.changes).toEqual([{ property: 'rateMax', before: undefined, after: 10 }]);
    });

    it('names the one question that moved, not all that it passed', () => {
        const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => question(name)) as [Node, Node, Node, Node];
        expect(told(written([a, b, c, d]), written([d, a, b, c]))).toEqual(['MOVED d']);
        expect(told(written([a, b, c, d]), written([a, c, d]))).toEqual(['REMOVED b']);
    });

    it('is a question of a panel and not its panel', () => {
        const panel = (inner: Node): Node => ({ type: 'panel', name: 'p', elements: [inner] });
        expect(told(written([panel(question('a'))]), written([panel(question('a', { isRequired: true }))]))).toEqual([
            'CHANGED a',
        ]);
    });

    it('is a measure, and a title', () => {
        const before = written([], [{ metric: 'csat', question: 'a', scale: { min: 1, max: 5 } }]);
        const after = { ...written([], [{ metric: 'csat', question: 'a', scale: { min: 1, max: 10 } }]), title: '新' };
        expect(told(before, after)).toEqual(['CHANGED ', 'CHANGED csat · a']);
    });
});
