import { onScopeDispose, ref, shallowRef } from 'vue';
import type { OfKpi } from '../api';

/** Rates as they change. The browser connects again by itself, and says what it knows already. */
export function useLiveRates() {
    const rates = shallowRef<OfKpi['RateSheet']>();
    const connected = ref(false);
    const source = new EventSource('/api/kpi/v1/live?level=contract');

    source.onopen = () => (connected.value = true);
    source.onerror = () => (connected.value = false);
    source.addEventListener('rates', ({ data }: MessageEvent<string>) => {
        rates.value = JSON.parse(data) as OfKpi['RateSheet'];
    });
    onScopeDispose(() => {
        source.close();
    });
    return { rates, connected };
}
