import type { OfKpi } from '../api';

type Contract = OfKpi['Contract'];
type Proposal = OfKpi['ContractProposal'];
type Ready = Pick<OfKpi['TemplateProposal'], 'dimensions'>;
/** What a contract or a template says of an indicator; of the fields it leaves out there is nothing to say. */
export type Terms = { code: string } & OfKpi['IndicatorProposal'];

/** What may be changed in a new version here; everything else is taken over as it is. */
export interface Draft {
    effectiveFrom: string;
    dimensions: DimensionDraft[];
}

export interface DimensionDraft {
    code: string;
    name?: string;
    nameEn?: string;
    weight: number;
    /** None: then the contract is without the dimension. */
    indicators: IndicatorDraft[];
}

export interface IndicatorDraft {
    terms: Terms;
    weight: number;
    base: number | null;
    target: number | null;
    minimumSample: number | null;
}

const WHOLE = 100;
/** Weights are entered with at most two decimals; adding them up as numbers must not make more of it. */
const CENTS = 100;

/** The contract's dimensions, and behind them those of the ready indicators that it is without. */
export function draftOf({ dimensions, effectiveFrom }: Contract, ready: Ready = {}): Draft {
    const others = (ready.dimensions ?? []).filter(
        (each) => each?.code != null && !dimensions.some(({ code }) => code === each.code),
    );
    return {
        effectiveFrom,
        dimensions: [
            ...dimensions.map(({ code, name, nameEn, weight, indicators }) => ({
                code,
                name,
                nameEn: nameEn ?? undefined,
                weight,
                indicators: indicators.map((each) => drafted(each as Terms)),
            })),
            ...others.map((each) => ({ code: each!.code!, weight: 0, indicators: [] })),
        ],
    };
}

/** An indicator as it was agreed, or as it is ready. */
export function drafted(terms: Terms): IndicatorDraft {
    return {
        terms: withoutNulls(terms) as Terms,
        weight: terms.weight ?? 0,
        base: terms.base ?? null,
        target: terms.target ?? null,
        minimumSample: terms.minimumSample ?? null,
    };
}

/** The ready indicators of a dimension that the draft is without. */
export function readyOf({ dimensions }: Ready, dimension: string, draft: Draft): Terms[] {
    const taken = new Set(draft.dimensions.flatMap(({ indicators }) => indicators.map(({ terms }) => terms.code)));
    const found = (dimensions ?? []).find((each) => each?.code === dimension)?.indicators ?? [];
    return found.filter((each): each is Terms => each?.code != null && !taken.has(each.code));
}

/** What is missing to 100, below 0 what is too much. */
export function missing(weights: (number | null | undefined)[]): number {
    const sum = weights.reduce((cents: number, weight) => cents + Math.round((weight || 0) * CENTS), 0);
    return (WHOLE * CENTS - sum) / CENTS;
}

/** The dimensions that have something in them. */
export function agreed({ dimensions }: Draft): DimensionDraft[] {
    return dimensions.filter(({ indicators }) => indicators.length > 0);
}

/** Whether everything adds up to 100, and nothing is worth nothing. */
export function addsUp(draft: Draft): boolean {
    const dimensions = agreed(draft);
    const lists = [dimensions, ...dimensions.map(({ indicators }) => indicators)].map((parts) =>
        parts.map(({ weight }) => weight),
    );
    return lists.every((weights) => missing(weights) === 0 && weights.every((weight) => weight > 0));
}

/** A field that was emptied holds a text, and one that nobody has touched a number: what counts is what is sent. */
export function isChanged(contract: Contract, draft: Draft): boolean {
    return JSON.stringify(proposalOf(contract, draftOf(contract))) !== JSON.stringify(proposalOf(contract, draft));
}

export function proposalOf(contract: Contract, draft: Draft): Proposal {
    return {
        department: contract.department,
        year: contract.year,
        effectiveFrom: draft.effectiveFrom,
        ...termsOf(contract, draft),
    };
}

/** Without whose they are and from when on, as a template has them. */
export function termsOf(contract: Contract, draft: Draft): Omit<Proposal, 'department' | 'year' | 'effectiveFrom'> {
    return {
        dimensions: agreed(draft).map(({ code, name, nameEn, weight, indicators }) => ({
            ...(name === undefined ? { code } : { code, name, nameEn }),
            weight,
            indicators: indicators.map(({ terms, ...changed }) => withoutNulls({ ...terms, ...changed })),
        })),
        vetoItems: contract.vetoItems.map(withoutNulls),
        bonusItems: contract.bonusItems.map(withoutNulls),
        bonusCap: contract.bonusCap ?? undefined,
    };
}

/** Null is how an answer says that there is none; a proposal leaves it out. */
function withoutNulls(part: object): object {
    return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null && value !== ''));
}
