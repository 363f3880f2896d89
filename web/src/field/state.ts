import { computed, ref, shallowRef } from 'vue';
import { answer, api, Refused } from '../console/api';
import { may, session, type Session } from '../console/session';
import { resume } from '../console/session/signIn';
import { Sender } from '../outbox/sender';
import type { Draft } from './draft';
import { draftsOf } from './drafts';
import { boxOf, reportsOf } from './reports';
import type { Completion, Report, Surveyor, Visit } from './storage';
import { forgetVisits, keptSurveyor, keptVisits, takeAlong } from './visits';

export const visits = shallowRef<Visit[]>([]);
export const reports = shallowRef<Report[]>([]);
/** What was begun on this device and not handed in. */
export const drafts = shallowRef<Draft[]>([]);
export const surveyor = shallowRef<Surveyor>();
export const loading = ref(true);
/** Why nothing newer could be read. */
export const failure = shallowRef<unknown>();
/** The service was asked, and nobody is signed in. */
export const signedOut = ref(false);

/** Who it is: as the service says, or, without a network, as it said last. */
export const user = computed(
    () => session.value?.username ?? (signedOut.value ? null : (surveyor.value?.username ?? null)),
);
export const known = computed(() => user.value !== null);
/** How many reports are still to be sent. Whose they are is not said once nobody is signed in, but that they wait is. */
export const waiting = ref(0);

const otherTabs = new BroadcastChannel('huisheng-field');
const sender = new Sender(
    boxOf(() => session.value?.username ?? null, post),
    announce,
);

export async function start(): Promise<void> {
    surveyor.value = await keptSurveyor();
    await look();
    otherTabs.onmessage = () => void look();
    window.addEventListener('online', () => void refresh());
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') {
            void send();
        }
    });
    await refresh();
}

/** Sends what waits, then reads what is new. */
export async function refresh(): Promise<void> {
    loading.value = true;
    try {
        await identify();
        if (session.value !== null && may('SURVEYOR', 'OFFICE')) {
            await sender.wake();
            await takeAlong(session.value.username, session.value.name);
            surveyor.value = await keptSurveyor();
        }
        failure.value = undefined;
    } catch (problem) {
        failure.value = problem;
    } finally {
        loading.value = false;
        await look();
    }
}

export async function send(): Promise<void> {
    try {
        await identify();
    } catch {
        return; // No network: the next try comes by itself.
    }
    await sender.wake();
    await look();
}

export async function announce(): Promise<void> {
    otherTabs.postMessage('changed');
    await look();
}

async function identify(): Promise<void> {
    if (session.value === null) {
        await resume();
        await meet(session.value);
    }
}

/** Of somebody else nothing is shown. */
async function meet(now: Session | null): Promise<void> {
    signedOut.value = now === null;
    if (now !== null && surveyor.value !== undefined && surveyor.value.username !== now.username) {
        await forgetVisits();
        surveyor.value = undefined;
    }
}

async function look(): Promise<void> {
    const name = user.value;
    visits.value = name === null ? [] : await keptVisits(name);
    reports.value = name === null ? [] : await reportsOf(name);
    drafts.value = name === null ? [] : await draftsOf(name);
    const keeper = name ?? surveyor.value?.username;
    const kept = keeper === undefined ? [] : await reportsOf(keeper);
    waiting.value = kept.filter(({ refusal }) => refusal === undefined).length;
}

async function post(completions: Completion[]) {
    try {
        const told = await answer(api.POST('/api/feedback/v1/visits/completions/batch', { body: { completions } }));
        return told.results;
    } catch (problem) {
        signedOut.value = problem instanceof Refused && problem.status === 401;
        throw problem;
    }
}
