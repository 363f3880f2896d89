import { answer, api } from '../console/api';
import { monthOf } from '../console/shared/format';
import { everything } from '../console/shared/everything';
import { fieldDatabase, type Surveyor, type Visit } from './storage';

const MOST_VISITS = 400;
/** Each visit is read on its own; not all at once. */
const AT_ONCE = 4;

/** Reads what somebody needs on the road, and keeps it. What others had on this device is forgotten, but not what they reported. */
export async function takeAlong(username: string, name: string): Promise<void> {
    const [visits, surveyor] = await Promise.all([readVisits(username), readChoices()]);
    const transaction = (await fieldDatabase()).transaction(['visits', 'surveyor'], 'readwrite');
    await transaction.objectStore('visits').clear();
    for (const visit of visits) {
        await transaction.objectStore('visits').put({ id: visit.id, user: username, visit });
    }
    await transaction
        .objectStore('surveyor')
        .put({ key: 'this', username, name, keptAt: new Date().toISOString(), ...surveyor });
    await transaction.done;
}

export async function keptVisits(user: string): Promise<Visit[]> {
    const kept = await (await fieldDatabase()).getAllFromIndex('visits', 'user', user);
    return kept.map(({ visit }) => visit).sort(byDay);
}

export async function keptSurveyor(): Promise<Surveyor | undefined> {
    return (await fieldDatabase()).get('surveyor', 'this');
}

/** Who signs out leaves no names behind. Reports stay until they are sent. */
export async function forgetVisits(): Promise<void> {
    const db = await fieldDatabase();
    await Promise.all([db.clear('visits'), db.clear('surveyor')]);
}

function byDay(one: Visit, other: Visit): number {
    return (one.plannedFor ?? '').localeCompare(other.plannedFor ?? '');
}

async function readVisits(surveyor: string): Promise<Visit[]> {
    const month = monthOf(new Date());
    const { items } = await everything(
        (cursor) =>
            answer(api.GET('/api/feedback/v1/visits', { params: { query: { surveyor, month, cursor, limit: 200 } } })),
        MOST_VISITS,
    );
    const wanted = items.filter(({ status }) => status !== 'CANCELLED').map(({ id }) => id);
    const found: Visit[] = [];
    for (let start = 0; start < wanted.length; start += AT_ONCE) {
        const some = wanted.slice(start, start + AT_ONCE);
        found.push(...(await Promise.all(some.map(readVisit))));
    }
    return found;
}

function readVisit(id: string): Promise<Visit> {
    return answer(api.GET('/api/feedback/v1/visits/{id}', { params: { path: { id } } }));
}

async function readChoices(): Promise<Pick<Surveyor, 'parks' | 'categories' | 'departments'>> {
    const [parks, categories, departments] = await Promise.all([
        everything(
            (cursor) => answer(api.GET('/api/feedback/v1/parks', { params: { query: { cursor, limit: 200 } } })),
            1000,
        ),
        answer(api.GET('/api/feedback/v1/categories')),
        everything(
            (cursor) => answer(api.GET('/api/kpi/v1/departments', { params: { query: { cursor, limit: 500 } } })),
            1000,
        ),
    ]);
    return {
        parks: parks.items.map(({ code, name }) => ({ value: code, name })),
        categories: categories.items.filter(({ active }) => active).map(choice),
        departments: departments.items.filter(({ active }) => active).map(choice),
    };
}

function choice({ code, name, nameEn }: { code: string; name: string; nameEn?: string | null }) {
    return { value: code, name, nameEn };
}
