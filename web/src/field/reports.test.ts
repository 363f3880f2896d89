import { beforeEach, describe, expect, it } from 'vitest';
import { NoAnswer, Refused } from '../api/problem';
import { Sender } from '../outbox/sender';
import { randomUuid } from '../storage/uuid';
import { AlreadyWaiting, boxOf, canGoByItself, discard, goByItself, handIn, reportsOf } from './reports';
import { fieldDatabase, type Completion, type Report, type Visit } from './storage';

let clock = 0;

beforeEach(async () => {
    const db = await fieldDatabase();
    await Promise.all(Array.from(db.objectStoreNames, (store) => db.clear(store)));
});

function aReport(user = 'surveyor-1', satisfaction = 5): Report {
    const visitId = randomUuid();
    const savedAt = new Date(Date.UTC(2026, 10, 26, 9, 0, clock++)).toISOString();
    return { visitId, user, enterpriseName: '某公司', savedAt, completion: { visitId, satisfaction } };
}

function service(answer: (completion: Completion) => { status: number; problem?: Report['refusal'] }) {
    const batches: Completion[][] = [];
    const post = async (all: Completion[]) => {
        batches.push(all);
        return all.map((each) => ({ visitId: each.visitId, ...answer(each) })) as never;
    };
    return { batches, post };
}

const taken = () => ({ status: 200 });
const no = (status: number) => ({ status, problem: { type: 'urn:huisheng:problem:x', title: 'no', status } });

describe('reports of visits', () => {
    it('go out in the order they were made, with the ids of their visits, and the visit is done', async () => {
        const reports = [aReport(), aReport(), aReport()];
        for (const report of [reports[2]!, reports[0]!, reports[1]!]) {
            await handIn(report);
        }
        const visit = { id: reports[0]!.visitId, status: 'PLANNED' } as Visit;
        await (await fieldDatabase()).put('visits', { id: visit.id, user: 'surveyor-1', visit });
        const { batches, post } = service(taken);

        await new Sender(
            boxOf(() => 'surveyor-1', post),
            () => undefined,
        ).wake();

        expect(batches).toEqual([reports.map(({ completion }) => completion)]);
        expect(await reportsOf('surveyor-1')).toEqual([]);
        expect((await (await fieldDatabase()).get('visits', visit.id))?.visit.status).toBe('COMPLETED');
    });

    it('of somebody else stay until they sign in themselves', async () => {
        await handIn(aReport('surveyor-2'));
        const { batches, post } = service(taken);

        await new Sender(
            boxOf(() => 'surveyor-1', post),
            () => undefined,
        ).wake();
        await new Sender(
            boxOf(() => null, post),
            () => undefined,
        ).wake();

        expect(batches).toEqual([]);
        expect(await reportsOf('surveyor-2')).toHaveLength(1);
    });

    it('are kept with the reason when they are refused, and can be put right', async () => {
        const report = aReport();
        await handIn(report);
        const { batches, post } = service(({ satisfaction }) => (satisfaction === 5 ? no(422) : taken()));
        const sender = new Sender(
            boxOf(() => 'surveyor-1', post),
            () => undefined,
        );
        await sender.wake();
        expect((await reportsOf('surveyor-1'))[0]?.refusal?.status).toBe(422);

        await sender.wake();
        expect(batches).toHaveLength(1);
        await handIn({ ...report, completion: { ...report.completion, satisfaction: 4 } });
        await sender.wake();

        expect(batches).toHaveLength(2);
        expect(await reportsOf('surveyor-1')).toEqual([]);
    });

    it.each([401, 429, 503])('stay when the service answers %i for now', async (status) => {
        await handIn(aReport());
        const { post } = service(() => no(status));

        await new Sender(
            boxOf(() => 'surveyor-1', post),
            () => undefined,
        ).wake();

        const [report] = await reportsOf('surveyor-1');
        expect(report).toBeDefined();
        expect(report?.refusal).toBeUndefined();
    });

    it('stay when nobody answers or the session has ended', async () => {
        await handIn(aReport());
        for (const failure of [new NoAnswer(), new Refused(401, { type: 'x', title: 'x', status: 401 })]) {
            const box = boxOf(
                () => 'surveyor-1',
                () => Promise.reject(failure),
            );
            await new Sender(box, () => undefined).wake();
        }

        expect((await reportsOf('surveyor-1'))[0]?.refusal).toBeUndefined();
    });

    it('are not changed while they may be on their way', async () => {
        const report = aReport();
        await handIn(report);

        await expect(
            handIn({ ...report, completion: { ...report.completion, satisfaction: 1 } }),
        ).rejects.toBeInstanceOf(AlreadyWaiting);

        expect((await reportsOf('surveyor-1'))[0]?.completion.satisfaction).toBe(5);
        await discard(report.visitId);
        expect(await reportsOf('surveyor-1')).toEqual([]);
    });

    it('of a visit that was taken away go by themselves, once, with the same content', async () => {
        const report = { ...aReport(), enterprise: 'enterprise-1' };
        const gone = (type: string) => ({ status: 403, problem: { type, title: 'no', status: 403 } });
        await handIn(report);
        const { batches, post } = service((completion) =>
            completion.unplanned ? taken() : gone('urn:huisheng:problem:foreign-visit'),
        );
        const sender = new Sender(
            boxOf(() => 'surveyor-1', post),
            () => undefined,
        );
        await sender.wake();
        const refused = (await reportsOf('surveyor-1'))[0]!;
        expect(canGoByItself(refused)).toBe(true);

        await goByItself(refused);
        await sender.wake();

        expect(batches).toHaveLength(2);
        const { visitId, ...sent } = batches[1]![0]!;
        expect(visitId).not.toBe(report.visitId);
        expect(sent).toEqual({ satisfaction: 5, unplanned: { enterprise: 'enterprise-1' } });
        expect(await reportsOf('surveyor-1')).toEqual([]);
    });

    it('that are wrong themselves do not go by themselves', () => {
        const refusal = { type: 'urn:huisheng:problem:rule-violated', title: 'no', status: 422 };
        expect(canGoByItself({ ...aReport(), enterprise: 'enterprise-1', refusal })).toBe(false);
        const foreign = { type: 'urn:huisheng:problem:foreign-visit', title: 'no', status: 403 };
        expect(canGoByItself({ ...aReport(), refusal: foreign })).toBe(false);
    });
});
