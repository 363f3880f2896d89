import { named } from '../i18n/catalogue';

/**
 * What a service's path to something wrong in a proposal is called by those who wrote that: the names of the things it leads through,
 * and the field.
 *
 * @param words what fields, and lists as wholes, are called
 * @param nth what a thing without a name is called
 */
export function placeOf(
    path: string,
    proposal: unknown,
    words: { [field: string]: string },
    nth: (place: number) => string,
): string {
    const steps = path.split('/').slice(1);
    const names: string[] = [];
    let here = proposal;
    steps.forEach((step, at) => {
        here = (here as { [step: string]: unknown } | null | undefined)?.[step];
        if (isPlace(step)) {
            names.push(nameOf(here, words) ?? nth(Number(step) + 1));
        } else if (!isPlace(steps[at + 1])) {
            names.push(words[step] ?? step);
        }
    });
    return names.join(' · ');
}

function isPlace(step: string | undefined): boolean {
    return step !== undefined && /^\d+$/.test(step);
}

function nameOf(thing: unknown, words: { [field: string]: string }): string | undefined {
    const {
        code,
        class: kind,
        ...names
    } = (thing ?? {}) as { [field in 'name' | 'nameEn' | 'code' | 'class']?: string };
    const called = named(names) || code || kind;
    return called ? (words[called] ?? called) : undefined;
}
