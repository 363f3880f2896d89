import type { OfKpi } from '../api';
import { agreed, type DimensionDraft, type Draft } from './draft';

export type DepartmentClass = OfKpi['DepartmentClass'];

/** What weighs otherwise for departments of a class, by code; what is empty weighs what it weighs for all. */
export interface ClassDraft {
    class: DepartmentClass;
    dimensions: { [code: string]: number | '' };
    indicators: { [code: string]: number | '' };
}

export const CLASSES = ['FRONT_OFFICE', 'PRODUCTION', 'SUPPORT'] as const satisfies DepartmentClass[];
const WHOLE = 100;
/** Weights are entered with at most two decimals; adding them up as numbers must not make more of it. */
const CENTS = 100;

/** What is missing to 100, below 0 what is too much. */
export function missing(weights: (number | '' | null | undefined)[]): number {
    const sum = weights.reduce((cents: number, weight) => cents + Math.round((weight || 0) * CENTS), 0);
    return (WHOLE * CENTS - sum) / CENTS;
}

/** Whether everything adds up to 100, and nothing is worth nothing. */
export function addsUp(draft: Draft): boolean {
    const dimensions = agreed(draft);
    const lists = [dimensions, ...dimensions.map(({ indicators }) => indicators)].map((parts) =>
        parts.map(({ weight }) => weight),
    );
    return lists.every((weights) => missing(weights) === 0 && weights.every((weight) => weight > 0));
}

/** One of each class, whether or not anything is said of it. */
export function classesOf(weights: OfKpi['ClassWeights'][]): ClassDraft[] {
    return CLASSES.map((each) => {
        const found = weights.find((own) => own.class === each);
        return { class: each, dimensions: { ...found?.dimensions }, indicators: { ...found?.indicators } };
    });
}

/** What of a class is said, about what there still is. */
export function classWeightsOf(classes: ClassDraft[], draft: Draft): OfKpi['ClassWeights'][] {
    const dimensions = agreed(draft);
    const indicators = dimensions.flatMap((each) => each.indicators);
    return classes
        .map((each) => ({
            class: each.class,
            dimensions: own(each.dimensions, dimensions),
            indicators: own(each.indicators, indicators),
        }))
        .filter((each) => Object.keys(each.dimensions).length + Object.keys(each.indicators).length > 0);
}

function own(entered: { [code: string]: number | '' }, parts: { code: string }[]): { [code: string]: number } {
    const codes = new Set(parts.map(({ code }) => code));
    return Object.fromEntries(
        Object.entries(entered).filter((each): each is [string, number] => each[1] !== '' && codes.has(each[0])),
    );
}

/** What the dimensions weigh for a class. */
export function dimensionWeights(own: ClassDraft, draft: Draft): number[] {
    return agreed(draft).map((dimension) => weightIn(own.dimensions, dimension));
}

/** What a dimension's indicators weigh for a class; nothing to add up where the class is without it. */
export function indicatorWeights(own: ClassDraft, dimension: DimensionDraft): number[] | undefined {
    return weightIn(own.dimensions, dimension) === 0
        ? undefined
        : dimension.indicators.map((indicator) => weightIn(own.indicators, indicator));
}

function weightIn(own: { [code: string]: number | '' }, { code, weight }: { code: string; weight: number }): number {
    const entered = own[code];
    return entered === undefined || entered === '' ? weight : entered;
}

export function classesAddUp(classes: ClassDraft[], draft: Draft): boolean {
    return classes.every(
        (each) =>
            missing(dimensionWeights(each, draft)) === 0 &&
            agreed(draft).every((dimension) => missing(indicatorWeights(each, dimension) ?? [WHOLE]) === 0),
    );
}
