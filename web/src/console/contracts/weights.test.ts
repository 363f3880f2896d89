import { describe, expect, it } from 'vitest';
import { draftOf, type Terms } from './draft';
import { addsUp, classesAddUp, classesOf, classWeightsOf, missing } from './weights';

const TERMS: Terms = {
    dimensions: [
        {
            code: 'A',
            weight: 60,
            indicators: [
                { code: 'a1', weight: 33.3 },
                { code: 'a2', weight: 66.7 },
            ],
        },
        { code: 'B', weight: 40, indicators: [{ code: 'b1', weight: 100 }] },
    ],
};

describe('the weights of a contract', () => {
    it('are missed or exceeded to the cent, whatever floating point makes of them', () => {
        expect(missing([33.3, 66.7])).toBe(0);
        expect(missing([0.1, 0.2, 99.6])).toBe(0.1);
        expect(missing([60, 50])).toBe(-10);
        expect(missing([null, 100])).toBe(0);
    });

    it('add up only if all of them do and none is zero', () => {
        const draft = draftOf(TERMS);
        expect(addsUp(draft)).toBe(true);

        draft.dimensions[0]!.indicators[0]!.weight = 33.2;
        expect(addsUp(draft)).toBe(false);

        draft.dimensions[0]!.indicators[0]!.weight = 0;
        draft.dimensions[0]!.indicators[1]!.weight = 100;
        expect(addsUp(draft)).toBe(false);
    });
});

describe('the weights of a class of departments', () => {
    const SUPPORT = { class: 'SUPPORT' as const, dimensions: { A: 100, B: 0 }, indicators: { a1: 30, a2: 70 } };

    it('are those for all where nothing else is said', () => {
        const classes = classesOf([]);

        expect(classes.map((each) => each.class)).toEqual(['FRONT_OFFICE', 'PRODUCTION', 'SUPPORT']);
        expect(classesAddUp(classes, draftOf(TERMS))).toBe(true);
        expect(classWeightsOf(classes, draftOf(TERMS))).toEqual([]);
    });

    it('have to add up for each class, but within what the class is without', () => {
        const classes = classesOf([SUPPORT]);
        const support = classes[2]!;
        const draft = draftOf(TERMS);
        expect(classesAddUp(classes, draft)).toBe(true);

        support.indicators['b1'] = 50;
        expect(classesAddUp(classes, draft)).toBe(true);
        support.indicators['a1'] = 31;
        expect(classesAddUp(classes, draft)).toBe(false);
        support.indicators['a1'] = '';
        support.indicators['a2'] = '';
        expect(classesAddUp(classes, draft)).toBe(true);
        support.dimensions['B'] = 5;
        expect(classesAddUp(classes, draft)).toBe(false);
    });

    it('are sent without what was emptied and what there is no more', () => {
        const classes = classesOf([SUPPORT]);
        classes[2]!.indicators['a1'] = '';
        classes[2]!.indicators['gone'] = 7;

        expect(classWeightsOf(classes, draftOf(TERMS))).toEqual([
            { class: 'SUPPORT', dimensions: { A: 100, B: 0 }, indicators: { a2: 70 } },
        ]);
    });
});
