import { nextTick, type ShallowRef } from 'vue';

/** What was there is gone, so whoever uses the keyboard or a screen reader is taken to what is new. */
export async function showFromTheTop(place: Readonly<ShallowRef<HTMLElement | null>>): Promise<void> {
    await nextTick();
    window.scrollTo({ top: 0 });
    place.value?.focus({ preventScroll: true });
}
