import { afterEach, describe, expect, it, vi } from 'vitest';
import { anOpenLink } from '../testing/responses';
import { loadDraft, saveDraft } from './drafts';
import { openLink } from './openLink';

const DRAFT = { link: 'link-1', version: 2, answers: { overall: 4 }, page: 1, startedAt: '2026-11-22T09:00:00Z' };

function answering(answer: () => Response): void {
    vi.stubGlobal('fetch', async () => answer());
}

function offline(): void {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
}

afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
});

describe('a draft', () => {
    it('is found again', async () => {
        await saveDraft(DRAFT);

        expect(await loadDraft('link-1', 2)).toEqual(DRAFT);
    });

    it('of another version is none', async () => {
        await saveDraft(DRAFT);

        expect(await loadDraft('link-1', 3)).toBeUndefined();
    });
});

describe('a link', () => {
    it('opened once opens without a network', async () => {
        answering(() => Response.json(anOpenLink()));
        await openLink('link-1');
        offline();

        expect(await openLink('link-1')).toEqual({ kind: 'found', target: anOpenLink() });
    });

    it('never opened does not', async () => {
        offline();

        expect(await openLink('link-1')).toEqual({ kind: 'unreachable' });
    });

    it('that does not exist is unknown, also to those who opened it before', async () => {
        answering(() => Response.json(anOpenLink()));
        await openLink('link-1');
        answering(() => Response.json({ title: '未找到', status: 404 }, { status: 404 }));

        expect(await openLink('link-1')).toEqual({ kind: 'unknown' });
        offline();
        expect(await openLink('link-1')).toEqual({ kind: 'unreachable' });
    });

    it('is closed once its time has passed, though nobody could say so', async () => {
        answering(() => Response.json({ ...anOpenLink(), closesAt: '2026-01-01T00:00:00Z' }));
        await openLink('link-1');
        offline();

        expect(await openLink('link-1')).toMatchObject({ target: { state: 'CLOSED' } });
    });

    it('behind a network that answers with a page of its own is as if there were none', async () => {
        answering(() => new Response('<html>Log in</html>', { headers: { 'Content-Type': 'text/html' } }));

        expect(await openLink('link-1')).toEqual({ kind: 'unreachable' });
    });
});
