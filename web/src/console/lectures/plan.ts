import type { OfFeedback } from '../api';
import { linesOf } from '../shared/lines';
import { LEVELS, wholeNumber, type Level } from './form';

export interface PlanForm {
    firstWindow: number;
    /** A topic a line. */
    topics: Record<Level, string>;
    /** As they stand in their fields, by department. */
    people: Record<string, Record<Level, string>>;
}

const WITHOUT = (): Record<Level, string> => ({ LEADERS: '', TEAMS: '', YOUNG_STAFF: '' });

export function planFormOf(view: OfFeedback['LecturePlanView'] | undefined, departments: string[]): PlanForm {
    const topics = WITHOUT();
    const people: PlanForm['people'] = {};
    for (const code of [...departments, ...(view?.quotas ?? []).map(({ department }) => department)]) {
        people[code] ??= WITHOUT();
    }
    for (const { department, level, people: count } of view?.quotas ?? []) {
        people[department]![level] = String(count);
    }
    for (const level of LEVELS) {
        topics[level] = (view?.topics ?? [])
            .filter((topic) => topic.level === level)
            .map(({ title }) => title)
            .join('\n');
    }
    return { firstWindow: view?.firstWindow ?? 1, topics, people };
}

/** What is not a number is sent as nobody, which the service refuses, so that nobody's slip takes people out of the plan. */
export function planRequestOf(form: PlanForm): OfFeedback['LecturePlanRequest'] {
    return {
        firstWindow: form.firstWindow,
        topics: LEVELS.flatMap((level) => linesOf(form.topics[level]).map((title) => ({ level, title }))),
        quotas: Object.entries(form.people).flatMap(([department, levels]) =>
            LEVELS.filter((level) => !['', '0'].includes(levels[level].trim())).map((level) => ({
                department,
                level,
                people: wholeNumber(levels[level]) ?? 0,
            })),
        ),
    };
}

export function total(form: PlanForm, level: Level): number {
    return Object.values(form.people).reduce((sum, levels) => sum + (wholeNumber(levels[level]) ?? 0), 0);
}
