import type { OfFeedback } from '../api';
import { instantOf, localNow } from '../shared/moment';

export type LectureWhole = OfFeedback['LectureView'];
export type Level = OfFeedback['LectureLevel'];

export const LEVELS: Level[] = ['LEADERS', 'TEAMS', 'YOUNG_STAFF'];

/** Pairs of months of a year, by their number. */
export const WINDOWS = [1, 2, 3, 4, 5, 6] as const;

export interface LectureForm {
    department: string;
    level: Level;
    topic: string;
    place: string;
    speaker: string;
    /** As the field for it holds it, in the time of the business. */
    startsAt: string;
    capacity: string;
    before: Quiz | undefined;
    after: Quiz | undefined;
}

export interface Quiz {
    campaign: string;
    link: string;
}

export function emptyForm(department: string): LectureForm {
    return {
        department,
        level: 'TEAMS',
        topic: '',
        place: '',
        speaker: '',
        startsAt: '',
        capacity: '60',
        before: undefined,
        after: undefined,
    };
}

export function formOf({ lecture, before, after }: LectureWhole): LectureForm {
    return {
        department: lecture.department,
        level: lecture.level,
        topic: lecture.topic,
        place: lecture.place,
        speaker: lecture.speaker,
        startsAt: localNow(new Date(lecture.startsAt)),
        capacity: String(lecture.capacity),
        before: before ?? undefined,
        after: after ?? undefined,
    };
}

/** What is not a whole number is left out, and the service says that it is missing. */
export function wholeNumber(text: string): number | undefined {
    return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}

export function requestOf(form: LectureForm, id?: string): OfFeedback['LectureRequest'] {
    return {
        id,
        department: form.department || undefined,
        level: form.level,
        topic: form.topic,
        place: form.place,
        speaker: form.speaker,
        startsAt: instantOf(form.startsAt),
        capacity: wholeNumber(form.capacity),
        before: form.before,
        after: form.after,
    };
}
