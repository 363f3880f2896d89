import type { OfKpi } from '../api';

type Contract = OfKpi['Contract'];
type Proposal = OfKpi['ContractProposal'];

/** What may be changed in a new version here; everything else is taken over as it is. */
export interface Draft {
    effectiveFrom: string;
    dimensions: DimensionDraft[];
}

export interface DimensionDraft {
    code: string;
    weight: number;
    indicators: { code: string; weight: number; base: number | null; target: number | null }[];
}

const WHOLE = 100;
/** Weights are entered with at most two decimals; adding them up as numbers must not make more of it. */
const CENTS = 100;

export function draftOf({ dimensions, effectiveFrom }: Contract): Draft {
    return {
        effectiveFrom,
        dimensions: dimensions.map(({ code, weight, indicators }) => ({
            code,
            weight,
            indicators: indicators.map((each) => ({
                code: each.code,
                weight: each.weight,
                base: each.base ?? null,
                target: each.target ?? null,
            })),
        })),
    };
}

/** What is missing to 100, below 0 what is too much. */
export function missing(weights: (number | null | undefined)[]): number {
    const sum = weights.reduce((cents: number, weight) => cents + Math.round((weight ?? 0) * CENTS), 0);
    return (WHOLE * CENTS - sum) / CENTS;
}

/** Whether everything adds up to 100, and nothing is worth nothing. */
export function addsUp({ dimensions }: Draft): boolean {
    const lists = [dimensions, ...dimensions.map(({ indicators }) => indicators)].map((parts) =>
        parts.map(({ weight }) => weight),
    );
    return lists.every((weights) => missing(weights) === 0 && weights.every((weight) => weight > 0));
}

export function isChanged(contract: Contract, draft: Draft): boolean {
    return JSON.stringify(draftOf(contract)) !== JSON.stringify(draft);
}

export function proposalOf(contract: Contract, draft: Draft): Proposal {
    return {
        department: contract.department,
        year: contract.year,
        effectiveFrom: draft.effectiveFrom,
        dimensions: contract.dimensions.map((dimension, place) => {
            const changed = draft.dimensions[place]!;
            return {
                code: dimension.code,
                name: dimension.name,
                nameEn: dimension.nameEn ?? undefined,
                weight: changed.weight,
                indicators: dimension.indicators.map((indicator, index) => {
                    const { weight, base, target } = changed.indicators[index]!;
                    return withoutNulls({ ...indicator, weight, base, target });
                }),
            };
        }),
        vetoItems: contract.vetoItems.map(withoutNulls),
        bonusItems: contract.bonusItems.map(withoutNulls),
        bonusCap: contract.bonusCap ?? undefined,
    };
}

/** Null is how an answer says that there is none; a proposal leaves it out. */
function withoutNulls(part: object): object {
    return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null));
}
