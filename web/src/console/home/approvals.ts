import type { RouteLocationRaw } from 'vue-router';
import { locale } from '../../i18n';
import { answer, api } from '../api';
import { periodName } from '../shared/period';
import type { Slice } from '../shared/loaded';
import type { Role } from '../session';
import { supplyTexts } from '../supply/texts';

export type Kind = 'outcomes' | 'briefings' | 'supply' | 'reports' | 'stories' | 'projects' | 'tasks' | 'seals';

/** One thing that goes on only once somebody has looked at it who did not make it. */
export interface Waiting {
    key: string;
    label: string;
    to: RouteLocationRaw;
    /** Who cannot be the second person, as far as the list tells. */
    madeBy: string[];
    /** The department it is of, for those who look after all. */
    department?: string;
}

export interface Approvals {
    kind: Kind;
    roles: Role[];
    /** Where all of them are. */
    all: RouteLocationRaw;
    read: () => Promise<Slice<Waiting>>;
}

/** One more than is shown, so that it can be said that there are more. */
const query = { limit: 6 };

async function listed<T>(page: Promise<Slice<T>>, waiting: (item: T) => Waiting): Promise<Slice<Waiting>> {
    const { items, next } = await page;
    return { items: items.map(waiting), next };
}

/** Each kind is one question of the list it has anyway. */
export const APPROVALS: Approvals[] = [
    {
        kind: 'outcomes',
        roles: ['OFFICE', 'LEADER'],
        all: { name: 'outcomes', query: { status: 'DRAFT' } },
        read: () =>
            listed(
                answer(
                    api.GET('/api/feedback/v1/outcomes/register', { params: { query: { ...query, status: 'DRAFT' } } }),
                ),
                (outcome) => ({
                    key: outcome.id,
                    label: locale.value === 'en' ? (outcome.weDidEn ?? outcome.weDid) : outcome.weDid,
                    to: { name: 'outcomes', query: { status: 'DRAFT' } },
                    madeBy: outcome.authors,
                    department: outcome.department,
                }),
            ),
    },
    {
        kind: 'briefings',
        roles: ['LEADER'],
        all: { name: 'briefings', query: { status: 'SUBMITTED' } },
        read: () =>
            listed(
                answer(api.GET('/api/kpi/v1/briefings', { params: { query: { ...query, status: 'SUBMITTED' } } })),
                (issue) => ({
                    key: issue.id,
                    label: periodName(issue.period),
                    to: { name: 'briefing', params: { id: issue.id } },
                    madeBy: issue.authors,
                }),
            ),
    },
    {
        kind: 'supply',
        roles: ['OFFICE', 'LEADER'],
        all: { name: 'supply-reports', query: { status: 'DRAFT' } },
        read: () =>
            listed(
                answer(
                    api.GET('/api/feedback/v1/supply-reports', { params: { query: { ...query, status: 'DRAFT' } } }),
                ),
                (report) => ({
                    key: report.id,
                    label: `${supplyTexts.value.quarterName(report.quarter.slice(0, 4), report.quarter.slice(6))} · ${report.sentTo}`,
                    to: { name: 'supply-report', params: { id: report.id } },
                    madeBy: report.authors,
                    department: report.department,
                }),
            ),
    },
    {
        kind: 'reports',
        roles: ['OFFICE', 'LEADER'],
        all: { name: 'plans' },
        read: () =>
            listed(
                answer(api.GET('/api/feedback/v1/plan-reports', { params: { query: { ...query, status: 'DRAFT' } } })),
                (report) => ({
                    key: report.id,
                    label: periodName(report.month),
                    to: { name: 'plan-report', params: { id: report.id } },
                    madeBy: report.authors,
                }),
            ),
    },
    {
        kind: 'stories',
        roles: ['OFFICE', 'LEADER'],
        all: { name: 'stories', query: { status: 'SUBMITTED' } },
        read: () =>
            listed(
                answer(api.GET('/api/feedback/v1/stories', { params: { query: { ...query, status: 'SUBMITTED' } } })),
                (story) => ({
                    key: story.id,
                    label: story.title,
                    to: { name: 'story', params: { id: story.id } },
                    madeBy: story.authors,
                    department: story.department,
                }),
            ),
    },
    {
        kind: 'projects',
        roles: ['OFFICE', 'LEADER'],
        all: { name: 'projects', query: { stage: 'INITIATED' } },
        read: () =>
            listed(
                answer(
                    api.GET('/api/feedback/v1/root-projects', { params: { query: { ...query, stage: 'INITIATED' } } }),
                ),
                (project) => ({
                    key: project.id,
                    label: project.name,
                    to: { name: 'project', params: { id: project.id } },
                    madeBy: project.authors,
                    department: project.department,
                }),
            ),
    },
    {
        kind: 'tasks',
        roles: ['OFFICE'],
        all: { name: 'plan-tasks', query: { status: 'SUBMITTED' } },
        read: () =>
            listed(
                answer(
                    api.GET('/api/feedback/v1/plan-tasks', { params: { query: { ...query, status: 'SUBMITTED' } } }),
                ),
                (task) => ({
                    key: task.id,
                    label: task.title,
                    to: { name: 'plan-task', params: { id: task.id } },
                    // Who handed it in is of the department; the office accepts.
                    madeBy: [],
                    department: task.department,
                }),
            ),
    },
    {
        kind: 'seals',
        roles: ['OFFICE', 'ADMIN', 'LEADER'],
        all: { name: 'seals' },
        read: () =>
            listed(answer(api.GET('/api/kpi/v1/seal-requests', { params: { query } })), (request) => ({
                key: request.period,
                label: periodName(request.period),
                to: { name: 'seals', query: { period: request.period } },
                madeBy: [request.requestedBy],
            })),
    },
];

/** What waits for this person and not for their colleagues. */
export function forSomebodyElse({ items, next }: Slice<Waiting>, username: string): Slice<Waiting> {
    return { items: items.filter(({ madeBy }) => !madeBy.includes(username)), next };
}
