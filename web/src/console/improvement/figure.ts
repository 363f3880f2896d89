import type { OfFeedback } from '../api';

export interface FigureDraft {
    department: string;
    indicator: string;
    period: string;
}

export function draftOf(figure?: OfFeedback['Figure'] | null): FigureDraft {
    return figure
        ? { department: figure.department, indicator: figure.indicator, period: figure.period }
        : { department: '', indicator: '', period: '' };
}

/** Nothing where nothing was filled in; what is missing of the rest the service names. */
export function figureOf(draft: FigureDraft): FigureDraft | undefined {
    const said = { department: draft.department, indicator: draft.indicator.trim(), period: draft.period.trim() };
    return Object.values(said).every((each) => each === '') ? undefined : said;
}
