import { shallowRef } from 'vue';
import { answer, api, type OfKpi } from '../api';
import { named } from '../i18n/catalogue';
import { yearOf } from '../shared/format';

const known = shallowRef(new Map<string, OfKpi['Indicator']>());
let asked: Promise<void> | undefined;

/** What indicators are called in the language that is spoken: rows of scores tell the Chinese name only, contracts both. */
export function useIndicatorNames(): (code: string, otherwise: string) => string {
    asked ??= read().catch(() => {
        asked = undefined;
    });
    return (code, otherwise) => {
        const found = known.value.get(code);
        return found === undefined ? otherwise : named(found);
    };
}

async function read(): Promise<void> {
    const query = { year: yearOf(new Date()), limit: 200 };
    const { items } = await answer(api.GET('/api/kpi/v1/contracts', { params: { query } }));
    known.value = new Map(
        items.flatMap(({ dimensions }) =>
            dimensions.flatMap(({ indicators }) => indicators.map((each) => [each.code, each] as const)),
        ),
    );
}
