import type { OfKpi } from '../api';

type Contract = OfKpi['Contract'];
type Proposal = OfKpi['ContractProposal'];
/** What contracts and templates have in common. */
export type Terms = Pick<Proposal, 'dimensions' | 'vetoItems' | 'bonusItems' | 'bonusCap'>;
type Ready = Pick<Terms, 'dimensions'>;
export type ReadyIndicator = { code: string } & OfKpi['IndicatorProposal'];

/** A figure in a form: the browser makes an empty text of one that was emptied, and an answer says null where there is none. */
type Entered<T> = {
    [K in keyof T]: NonNullable<T[K]> extends number ? T[K] | '' | null : T[K] | null;
};

/** Terms as they stand in a form. */
export interface Draft {
    dimensions: DimensionDraft[];
    vetoItems: VetoDraft[];
    bonusItems: BonusDraft[];
    bonusCap: number | '' | null;
}

/** What came from nowhere has a code that can still be chosen. */
interface Part {
    /** The same as long as the form is open, whatever is entered. */
    key: number;
    own: boolean;
}

export interface DimensionDraft extends Part {
    code: string;
    name?: string;
    nameEn?: string;
    weight: number;
    /** None: then the contract is without the dimension. */
    indicators: IndicatorDraft[];
}

export type IndicatorDraft = Part & { code: string; weight: number } & Entered<
        Omit<OfKpi['IndicatorProposal'], 'code' | 'weight'>
    >;

/** @param indicator of the condition; empty where the office alone decides */
export interface VetoDraft extends Part {
    code: string;
    name: string;
    nameEn: string;
    ceiling: number | '' | null;
    indicator: string;
    below: number | '' | null;
    above: number | '' | null;
}

export interface BonusDraft extends Part {
    code: string;
    name: string;
    nameEn: string;
    points: number | '' | null;
}

/** What is proposed for what nobody has asked about yet. */
const USUAL_CEILING = 59;
const USUAL_POINTS = 1;

let keys = 0;

/** The dimensions of what was agreed, and behind them those of the ready indicators that it is without. */
export function draftOf(terms: Contract | Terms, ready: Ready = {}): Draft {
    const dimensions = (terms.dimensions ?? []).map(draftedDimension);
    const others = (ready.dimensions ?? []).filter((each) => !dimensions.some(({ code }) => code === each?.code));
    return {
        dimensions: [
            ...dimensions,
            ...others.map((each) => ({ ...part(), code: each?.code ?? '', weight: 0, indicators: [] })),
        ],
        vetoItems: (terms.vetoItems ?? []).map(({ code, name, nameEn, ceiling, condition }) => ({
            ...part(),
            code: code ?? '',
            name: name ?? '',
            nameEn: nameEn ?? '',
            ceiling: ceiling ?? null,
            indicator: condition?.indicator ?? '',
            below: condition?.below ?? null,
            above: condition?.above ?? null,
        })),
        bonusItems: (terms.bonusItems ?? []).map(({ code, name, nameEn, points }) => ({
            ...part(),
            code: code ?? '',
            name: name ?? '',
            nameEn: nameEn ?? '',
            points: points ?? null,
        })),
        bonusCap: terms.bonusCap ?? null,
    };
}

function part(own = false): Part {
    return { key: ++keys, own };
}

function draftedDimension({
    code,
    name,
    nameEn,
    weight,
    indicators,
}: Contract['dimensions'][number] | OfKpi['DimensionProposal']): DimensionDraft {
    return {
        ...part(),
        code: code ?? '',
        name: name ?? undefined,
        nameEn: nameEn ?? undefined,
        weight: weight ?? 0,
        indicators: (indicators ?? []).map((each) => drafted(each as ReadyIndicator)),
    };
}

/** An indicator as it was agreed, or as it is ready. */
export function drafted(indicator: ReadyIndicator): IndicatorDraft {
    const { sides, tags, weight } = indicator;
    return { ...indicator, ...part(), sides: [...(sides ?? [])], tags: [...(tags ?? [])], weight: weight ?? 0 };
}

export function newDimension(): DimensionDraft {
    return { ...part(true), code: '', name: '', nameEn: '', weight: 0, indicators: [newIndicator()] };
}

export function newIndicator(): IndicatorDraft {
    return { ...part(true), code: '', name: '', sides: [], statistic: 'MEAN', direction: 'HIGHER', weight: 0 };
}

export function newVeto(): VetoDraft {
    return {
        ...part(true),
        code: '',
        name: '',
        nameEn: '',
        ceiling: USUAL_CEILING,
        indicator: '',
        below: null,
        above: null,
    };
}

export function newBonus(): BonusDraft {
    return { ...part(true), code: '', name: '', nameEn: '', points: USUAL_POINTS };
}

/** The ready indicators of a dimension that the draft is without. */
export function readyOf({ dimensions }: Ready, dimension: string, draft: Draft): ReadyIndicator[] {
    const taken = new Set(draft.dimensions.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
    const found = (dimensions ?? []).find((each) => each?.code === dimension)?.indicators ?? [];
    return found.filter((each): each is ReadyIndicator => each?.code != null && !taken.has(each.code));
}

/** The dimensions that have something in them. */
export function agreed({ dimensions }: Draft): DimensionDraft[] {
    return dimensions.filter(({ indicators }) => indicators.length > 0);
}

/** What is proposed: that alone counts as changed which would be sent otherwise. */
export function isChanged(terms: Contract | Terms, draft: Draft): boolean {
    return JSON.stringify(termsOf(draftOf(terms))) !== JSON.stringify(termsOf(draft));
}

export function proposalOf({ department, year }: Contract, effectiveFrom: string, draft: Draft): Proposal {
    return { department, year, effectiveFrom: effectiveFrom === '' ? undefined : effectiveFrom, ...termsOf(draft) };
}

/** Without whose they are and from when on, as a template has them. */
export function termsOf(draft: Draft): Terms {
    const bonusItems = draft.bonusItems.map(said);
    return {
        dimensions: agreed(draft).map((dimension) => ({
            ...said(dimension),
            indicators: dimension.indicators.map((each) => said(applicable(each))),
        })),
        vetoItems: draft.vetoItems.map(({ indicator, below, above, ...item }) => ({
            ...said(item),
            ...(indicator === '' ? {} : { condition: said({ indicator, below, above }) }),
        })),
        bonusItems,
        bonusCap: bonusItems.length === 0 ? undefined : draft.bonusCap || undefined,
    };
}

/** What another way of counting or of judging has no use for is not sent with it. */
function applicable(indicator: IndicatorDraft): IndicatorDraft {
    const { statistic, direction, tags } = indicator;
    const kept = { ...indicator };
    if (statistic !== 'RATE') {
        kept.denominatorMetric = null;
    }
    if (statistic !== 'PERCENTILE') {
        kept.percentile = null;
    }
    if (statistic === 'PERCENTILE' || tags?.length === 0) {
        kept.tags = null;
    }
    if (direction === 'WITHIN') {
        kept.target = null;
        kept.stretch = null;
    } else {
        kept.bandLow = null;
        kept.bandHigh = null;
    }
    return kept;
}

/** Without what the form alone needs, and without what nobody has said: a proposal leaves that out. */
function said(form: object): object {
    return Object.fromEntries(
        Object.entries(form).filter(
            ([field, value]) => field !== 'key' && field !== 'own' && value !== null && value !== '',
        ),
    );
}
