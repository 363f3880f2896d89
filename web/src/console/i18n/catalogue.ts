import { computed, type ComputedRef } from 'vue';
import { locale } from '../../i18n';

export type Texts = { [key: string]: string | ((...given: never[]) => string) | Texts };

/** The same keys, with any text; functions take the same. */
export type Same<T> = {
    [K in keyof T]: T[K] extends string
        ? string
        : T[K] extends (...given: infer Given) => string
          ? (...given: Given) => string
          : Same<T[K]>;
};

export type Catalogue<T> = ComputedRef<Same<T>> & { zhCN: T; en: Same<T> };

/** A feature's texts. The Chinese ones say which there are; without the same in English nothing compiles. */
export function catalogue<T extends Texts>(zhCN: T, en: NoInfer<Same<T>>): Catalogue<T> {
    const spoken = computed<Same<T>>(() => (locale.value === 'en' ? en : (zhCN as unknown as Same<T>)));
    return Object.assign(spoken, { zhCN, en });
}

/** The name in the language that is spoken, of what has one in Chinese and perhaps one in English. */
export function named(thing: { name?: string | null; nameEn?: string | null }): string {
    return (locale.value === 'en' ? thing.nameEn || thing.name : thing.name) ?? '';
}

/** What an indicator is about, in the same language; empty where nobody has said. */
export function explained(thing: { explanation?: string | null; explanationEn?: string | null }): string {
    return (locale.value === 'en' ? thing.explanationEn || thing.explanation : thing.explanation) ?? '';
}
