import { useChecked } from '../shared/useChecked';
import type { Node } from './definition';
import { check } from './stored';

/** What the service has against the definition. */
export function useCheck(definition: () => Node | undefined) {
    return useChecked(definition, async (now) => {
        const { unsupported } = await check(now);
        return (unsupported ?? []).map(({ path, what }) => ({ path: path ?? '', message: what ?? '' }));
    });
}
