import { expect, it } from 'vitest';
import { partsOf } from './health';

it('each service is told of by itself, beside the gateway', () => {
    const ready = [{ name: 'Database', status: 'UP' }];
    const well = [{ name: 'services', status: 'DOWN', data: { survey: 'UP', feedback: 'DOWN' } }];

    expect(partsOf(ready, well)).toEqual([
        { name: 'gateway', up: true },
        { name: 'survey', up: true },
        { name: 'feedback', up: false },
    ]);
});

it('a gateway whose database is down is not ready', () => {
    expect(partsOf([{ name: 'Database', status: 'DOWN' }], [])).toEqual([{ name: 'gateway', up: false }]);
});
