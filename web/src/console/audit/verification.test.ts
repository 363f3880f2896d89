import { expect, test } from 'vitest';
import { exportPath } from './logs';
import { readLog, readPages, type Checked } from './verification';

test('a log is read to its end, and each piece is told', async () => {
    const pieces = [
        { checked: 5000, findings: [], end: { position: 5000, hash: 'aa' }, next: 5000 },
        {
            checked: 3,
            findings: [{ position: 5002, flaw: 'ALTERED' }],
            end: { position: 5003, hash: 'bb' },
            next: null,
        },
    ];
    const asked: number[] = [];
    const told: Checked[] = [];

    await readLog(
        (cursor) => {
            asked.push(cursor);
            return Promise.resolve(pieces[asked.length - 1] as never);
        },
        (checked) => told.push(checked),
    );

    expect(asked).toEqual([0, 5000]);
    expect(told).toEqual([
        { count: 5000, findings: [], head: 'aa', done: false },
        { count: 5003, findings: [{ where: '5002', flaw: 'ALTERED' }], head: 'bb', done: true },
    ]);
});

test('a piece that is refused ends the reading where it is', async () => {
    const told: Checked[] = [];

    await expect(
        readLog(
            () => Promise.reject(new Error('refused')),
            (checked) => told.push(checked),
        ),
    ).rejects.toThrow('refused');

    expect(told).toEqual([]);
});

test('timelines and seals are read along their cursors', async () => {
    const pages = [
        { cases: 2, next: 'x' },
        { cases: 1, next: null },
    ];
    const asked: (string | undefined)[] = [];
    const told: Checked[] = [];

    await readPages(
        (cursor) => {
            asked.push(cursor);
            return Promise.resolve(pages[asked.length - 1]!);
        },
        (page) => ({ count: page.cases, findings: [] }),
        (checked) => told.push(checked),
    );

    expect(asked).toEqual([undefined, 'x']);
    expect(told.map(({ count, done }) => [count, done])).toEqual([
        [2, false],
        [3, true],
    ]);
});

test('the file is asked for with the filters that are set, and with no other', () => {
    expect(exportPath('kpi', { actor: 'wang li', action: '', from: undefined })).toBe(
        '/api/kpi/v1/audit/entries?actor=wang+li',
    );
    expect(exportPath('gateway', {})).toBe('/api/auth/v1/audit/entries');
});
