import { computed, ref, watch, type ComputedRef, type Ref, type UnwrapRef } from 'vue';
import { randomUuid } from '../../storage/uuid';
import type { Tagged } from '../api';
import { useLoaded, type Loaded } from './loaded';
import { useSaving, type Saving } from './saving';
import { useUnsavedForm } from './unsaved';

interface Made<Whole, Form> {
    /** Of what is changed; undefined where something new is written. */
    id: () => string | undefined;
    empty: Form;
    read: (id: string) => Promise<Tagged<Whole>>;
    formOf: (whole: Whole) => Form;
    create: (form: UnwrapRef<Form>, id: string) => Promise<Whole>;
    change: (id: string, form: UnwrapRef<Form>, tag: string | undefined) => Promise<Whole>;
    kept: (whole: Whole) => Promise<unknown>;
}

export interface Draft<Whole, Form> extends Saving {
    form: Ref<UnwrapRef<Form>>;
    /** As it was last read; undefined of what is new. */
    whole: ComputedRef<Whole | undefined>;
    loaded: Loaded<Tagged<Whole> | undefined>;
    /** Whether there is something to write in. */
    begun: Ref<boolean>;
    /** What is in the form now was proposed by us: it may be lost without a question. */
    keep: () => void;
}

/** A page's form by which something is made, or changed. */
export function useDraft<Whole, Form>(made: Made<Whole, Form>): Draft<Whole, Form> {
    /** The same as long as the page is open: sent twice, there is one. */
    const chosenId = randomUuid();
    const form = ref(made.empty) as Ref<UnwrapRef<Form>>;
    const loaded = useLoaded(async () => {
        const id = made.id();
        return id === undefined ? undefined : made.read(id);
    }, made.id);
    const begun = ref(made.id() === undefined);
    const { begin: keep, done } = useUnsavedForm(form);

    // Once: what somebody has written is not overwritten by what is read again.
    watch(loaded.value, (found) => {
        if (found && !begun.value) {
            form.value = made.formOf(found.value) as UnwrapRef<Form>;
            begun.value = true;
            keep();
        }
    });

    async function send(): Promise<void> {
        const id = made.id();
        const whole = await (id === undefined
            ? made.create(form.value, chosenId)
            : made.change(id, form.value, loaded.value.value?.tag));
        done();
        await made.kept(whole);
    }

    const whole = computed(() => loaded.value.value?.value);
    return { form, whole, loaded, begun, keep, ...useSaving(send, loaded.reload) };
}
