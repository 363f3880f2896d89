import type { OfFeedback } from '../api';

export type Stage = OfFeedback['CsrStage'];

/** In the order in which they are reached. */
export const STAGES: Stage[] = ['PLANNED', 'EMBEDDED', 'PRACTISED', 'EVALUATED'];

/** The one that comes after it; nothing after the last. */
export function nextStage(stage: Stage): Stage | undefined {
    return STAGES[STAGES.indexOf(stage) + 1];
}

export function hasReached(stage: Stage, wanted: Stage): boolean {
    return STAGES.indexOf(stage) >= STAGES.indexOf(wanted);
}

/** Who is looking. */
export interface Reader {
    office: boolean;
    liaison: boolean;
    department: string | null;
}

/** The service decides; this is for not offering in vain. */
export function mayEmbed(owner: string | null | undefined, reader: Reader): boolean {
    return Boolean(owner) && (reader.office || (reader.liaison && reader.department === owner));
}

/** Nobody evaluates what their own department did. */
export function mayReach(stage: Stage | undefined, owner: string | null | undefined, reader: Reader): boolean {
    if (stage === undefined || !mayEmbed(owner, reader)) {
        return false;
    }
    return stage !== 'EVALUATED' || (reader.office && reader.department !== owner);
}
