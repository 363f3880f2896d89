import { describe, expect, it } from 'vitest';
import { MOST_BYTES, TABLES } from './table';
import { useTrial } from './trial';

function choosing(name: string, content: BlobPart): Event {
    return { target: { files: [new File([content], name)] } } as unknown as Event;
}

describe('a trial', () => {
    it('hands in what was chosen, first without storing', async () => {
        const handed: [string, string, boolean][] = [];
        const trial = useTrial(TABLES, async ({ bytes, type }, dryRun) => {
            handed.push([new TextDecoder().decode(bytes), type, dryRun]);
            return { dryRun };
        });

        await trial.choose(choosing('名录.csv', '园区\r\n'));
        await trial.run('trial');
        await trial.run('earnest');

        expect(handed).toEqual([
            ['园区\r\n', 'text/csv', true],
            ['园区\r\n', 'text/csv', false],
        ]);
        expect(trial.report.value).toEqual({ dryRun: false });
        expect(trial.runs.value).toBe(2);
    });

    it('refuses what no service would take, and hands nothing in', async () => {
        const trial = useTrial(TABLES, () => Promise.reject(new Error('never asked')));

        await trial.choose(choosing('名录.pdf', ''));
        expect(trial.unfit.value).toBe('otherType');
        await trial.choose(choosing('名录.csv', new Uint8Array(MOST_BYTES + 1)));
        expect(trial.unfit.value).toBe('tooLarge');
        await trial.run('trial');

        expect(trial.failure.value).toBeUndefined();
    });

    it('forgets the report of another file, and keeps why it failed', async () => {
        let answers: () => Promise<string> = () => Promise.resolve('report');
        const trial = useTrial(TABLES, () => answers());

        await trial.choose(choosing('a.csv', 'a'));
        await trial.run('trial');
        expect(trial.report.value).toBe('report');
        await trial.choose(choosing('b.csv', 'b'));
        expect(trial.report.value).toBeUndefined();

        answers = () => Promise.reject(new Error('refused'));
        await trial.run('trial');
        expect(trial.failure.value).toEqual(new Error('refused'));
        expect(trial.running.value).toBeUndefined();
    });
});
