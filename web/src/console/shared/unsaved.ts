import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { session } from '../session';
import { sharedTexts } from './texts';

/**
 * What was entered on this page and not sent is not lost without a question: not by going to another page, nor by closing the tab or
 * loading it again, where browsers ask in their own words. Whoever was signed out meanwhile is not asked; there is nothing to go on with.
 *
 * @returns done to be called once it was sent, for a page that leaves by itself then
 */
export function useUnsaved(unsaved: Readonly<Ref<boolean>>): { done: () => void } {
    let isDone = false;
    const asks = () => unsaved.value && !isDone && session.value !== null;

    function ask(event: BeforeUnloadEvent): void {
        if (asks()) {
            event.preventDefault();
        }
    }

    onMounted(() => window.addEventListener('beforeunload', ask));
    onBeforeUnmount(() => window.removeEventListener('beforeunload', ask));
    onBeforeRouteLeave(() => !asks() || window.confirm(sharedTexts.value.leave));
    return {
        done: () => {
            isDone = true;
        },
    };
}

/** The same for a form that is kept as a whole. @returns begin to be called when it holds what is kept, or was proposed by us */
export function useUnsavedForm(form: Readonly<Ref<unknown>>): { begin: () => void; done: () => void } {
    const written = computed(() => JSON.stringify(form.value));
    const kept = ref(written.value);
    return {
        ...useUnsaved(computed(() => written.value !== kept.value)),
        begin: () => {
            kept.value = written.value;
        },
    };
}
