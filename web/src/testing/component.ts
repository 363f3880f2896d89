import { createRenderer, defineComponent, type InjectionKey } from 'vue';

/** As much of a page as there has to be for components to live in: nothing is shown. */
const { createApp } = createRenderer<object, object>({
    createElement: () => ({}),
    createText: () => ({}),
    createComment: () => ({}),
    insert: () => undefined,
    remove: () => undefined,
    setText: () => undefined,
    setElementText: () => undefined,
    patchProp: () => undefined,
    parentNode: () => null,
    nextSibling: () => null,
});

/**
 * What a composable makes in a component of its own, which is there until it is taken away.
 *
 * @param around what components above it provide
 */
export function inComponent<T>(
    setup: () => T,
    around: [InjectionKey<unknown> | symbol, unknown][] = [],
): { made: T; takeAway: () => void } {
    const held: { made?: T } = {};
    const app = createApp(
        defineComponent({
            setup() {
                held.made = setup();
                return () => null;
            },
        }),
    );
    around.forEach(([key, value]) => app.provide(key, value));
    app.mount({});
    return { made: held.made as T, takeAway: () => app.unmount() };
}
