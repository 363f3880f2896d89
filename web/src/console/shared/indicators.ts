import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { answer, api } from '../api';
import { named } from '../i18n/catalogue';
import { yearOf } from './format';
import { useLoaded } from './loaded';

export interface KnownIndicator {
    code: string;
    name: string;
    nameEn?: string | null;
}

/** Indicators of this year's contracts: of a department, or of any where none is chosen. None where none may be seen. */
export function useIndicators(department: MaybeRefOrGetter<string>) {
    const { value } = useLoaded<KnownIndicator[]>(
        async () => {
            const whose = toValue(department);
            try {
                return await (whose === '' ? ofAll() : of(whose));
            } catch {
                // They are offered as a help; a code can be typed as well.
                return [];
            }
        },
        () => toValue(department),
    );
    return computed(() => (value.value ?? []).map((each) => ({ code: each.code, label: named(each) })));
}

const year = () => String(yearOf(new Date()));

async function of(department: string): Promise<KnownIndicator[]> {
    const { dimensions } = await answer(
        api.GET('/api/kpi/v1/scores/{department}/{period}', { params: { path: { department, period: year() } } }),
    );
    return dimensions.flatMap(({ indicators }) => indicators);
}

async function ofAll(): Promise<KnownIndicator[]> {
    const { rows } = await answer(
        api.GET('/api/kpi/v1/scores', { params: { query: { period: year(), level: 'indicator' } } }),
    );
    return [...new Map(rows.map((row) => [row.code, row])).values()];
}
