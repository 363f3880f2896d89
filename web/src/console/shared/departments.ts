import { computed, shallowRef } from 'vue';
import { answer, api, type OfKpi } from '../api';
import { named } from '../i18n/catalogue';

type Department = OfKpi['DepartmentView'];

const known = shallowRef<Department[]>([]);
let asked: Promise<void> | undefined;

/** All of them, read once a visit; a few dozen. */
export function useDepartments() {
    asked ??= read().catch(() => {
        // Codes will do, and the next page tries again.
        asked = undefined;
    });
    return {
        departments: known,
        options: computed(() =>
            known.value.filter(({ active }) => active).map((each) => ({ value: each.code, label: named(each) })),
        ),
        nameOf: (code: string | null | undefined): string => {
            const found = known.value.find((each) => each.code === code);
            return found === undefined ? (code ?? '') : named(found);
        },
    };
}

/** Somebody has changed them. */
export function forgetDepartments(): void {
    asked = undefined;
}

async function read(): Promise<void> {
    const all: Department[] = [];
    let cursor: string | undefined;
    do {
        const page = await answer(api.GET('/api/kpi/v1/departments', { params: { query: { cursor, limit: 500 } } }));
        all.push(...page.items);
        cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    known.value = all;
}
