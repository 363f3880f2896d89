import { describe, expect, it } from 'vitest';
import { add, addPage, findingsAt, homeless, move, placesOf, remove, type Node } from './definition';

const survey = (): Node => ({
    pages: [
        {
            name: 'page1',
            elements: [
                { type: 'rating', name: 'q1' },
                { type: 'panel', name: 'p', elements: [{ type: 'text', name: 'inner' }] },
            ],
        },
        { name: 'page2', elements: [{ type: 'comment', name: 'q2' }] },
    ],
});
const names = (definition: Node) => placesOf(definition).map(({ element }) => element['name']);

describe('the questions of a definition', () => {
    it('are listed with those of panels, by pointer', () => {
        expect(placesOf(survey()).map(({ pointer }) => pointer)).toEqual([
            '/pages/0/elements/0',
            '/pages/0/elements/1',
            '/pages/0/elements/1/elements/0',
            '/pages/1/elements/0',
        ]);
    });

    it('are found where there are no pages', () => {
        expect(names({ elements: [{ type: 'text', name: 'only' }] })).toEqual(['only']);
    });

    it('change places within their page, and not across its ends', () => {
        const definition = survey();
        expect(move(definition, '/pages/0/elements/0', 1)).toBe('/pages/0/elements/1');
        expect(names(definition)).toEqual(['p', 'inner', 'q1', 'q2']);
        expect(move(definition, '/pages/0/elements/1', 1)).toBe('/pages/0/elements/1');
        expect(names(definition)).toEqual(['p', 'inner', 'q1', 'q2']);
    });

    it('get a name nobody has', () => {
        const definition = survey();
        add(definition, '/pages/1', 'text');
        add(definition, '/pages/0', 'radiogroup');
        expect(names(definition)).toEqual(['q1', 'p', 'inner', 'question2', 'q2', 'question1']);
    });

    it('are removed alone', () => {
        const definition = survey();
        remove(definition, '/pages/0/elements/1/elements/0');
        expect(names(definition)).toEqual(['q1', 'p', 'q2']);
    });

    it('keep their order when a first page is made around them', () => {
        const definition: Node = { elements: [{ type: 'text', name: 'only' }] };
        addPage(definition);
        expect(placesOf(definition)[0]?.pointer).toBe('/pages/0/elements/0');
        expect(definition['elements']).toBeUndefined();
    });
});

describe('what the check found', () => {
    const places = placesOf(survey());
    const findings = [
        { path: '/pages/0/elements/1/elements/0/inputType', message: 'a' },
        { path: '/pages/0/elements/1', message: 'b' },
        { path: '/triggers', message: 'c' },
        { path: '/pages/0/elements/10/x', message: 'd' },
    ];

    it('stands beside the innermost question', () => {
        expect(findingsAt('/pages/0/elements/1/elements/0', places, findings).map((f) => f.message)).toEqual(['a']);
        expect(findingsAt('/pages/0/elements/1', places, findings).map((f) => f.message)).toEqual(['b']);
    });

    it('stands above all of them if it is about none', () => {
        expect(homeless(places, findings).map((f) => f.message)).toEqual(['c', 'd']);
    });
});
