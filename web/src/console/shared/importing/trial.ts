import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { MOST_BYTES, typeOf, type FileTypes } from './table';

/** A file as it was when it was chosen: what is stored is what was tried, though the file be changed in between. */
export interface ChosenFile {
    bytes: ArrayBuffer;
    type: string;
}

export interface Trial<R> {
    chosen: ShallowRef<ChosenFile | undefined>;
    unfit: Ref<'tooLarge' | 'otherType' | 'unreadable' | undefined>;
    /** What became of it, or would. */
    report: ShallowRef<R | undefined>;
    running: Ref<'trial' | 'earnest' | undefined>;
    failure: ShallowRef<unknown>;
    /** How many reports there were. */
    runs: Ref<number>;
    choose: (event: Event) => Promise<void>;
    run: (what: 'trial' | 'earnest') => Promise<void>;
}

/** A file that is tried before it is stored. @param handIn to the service, which stores nothing when `dryRun` */
export function useTrial<R>(types: FileTypes, handIn: (file: ChosenFile, dryRun: boolean) => Promise<R>): Trial<R> {
    const chosen = shallowRef<ChosenFile>();
    const unfit = ref<'tooLarge' | 'otherType' | 'unreadable'>();
    const report = shallowRef<R>();
    const running = ref<'trial' | 'earnest'>();
    const failure = shallowRef<unknown>();
    const runs = ref(0);

    async function choose(event: Event): Promise<void> {
        const file = (event.target as HTMLInputElement).files?.[0];
        chosen.value = undefined;
        report.value = undefined;
        failure.value = undefined;
        unfit.value = undefined;
        if (file === undefined) {
            return;
        }
        const type = typeOf(types, file.name);
        if (type === undefined || file.size > MOST_BYTES) {
            unfit.value = type === undefined ? 'otherType' : 'tooLarge';
            return;
        }
        try {
            chosen.value = { bytes: await file.arrayBuffer(), type };
        } catch {
            unfit.value = 'unreadable';
        }
    }

    async function run(what: 'trial' | 'earnest'): Promise<void> {
        const file = chosen.value;
        if (file === undefined) {
            return;
        }
        running.value = what;
        failure.value = undefined;
        try {
            report.value = await handIn(file, what === 'trial');
            runs.value++;
        } catch (problem) {
            failure.value = problem;
        } finally {
            running.value = undefined;
        }
    }

    return { chosen, unfit, report, running, failure, runs, choose, run };
}
