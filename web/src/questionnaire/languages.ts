import { computed, type ComputedRef } from 'vue';
import type { LinkTarget } from '../api/survey';
import { browserLanguages, catalogues, chosen } from '../i18n';

/** As SurveyJS and the service call them: those of the pages around a questionnaire, which can always be chosen. */
const OURS = Object.keys(catalogues).map((language) => language.toLowerCase());

/** What can be chosen for a questionnaire: our languages, and what else it is written in. */
export function offered(target: LinkTarget | undefined): string[] {
    return [
        ...Object.keys(catalogues),
        ...(target?.locales ?? []).filter((each) => !OURS.includes(each.toLowerCase())),
    ];
}

/**
 * The language to show a questionnaire in: the first one wanted that it is written in, be it of another country, or that
 * is one of ours.
 *
 * @param wanted the one chosen, and those of the browser
 */
export function spoken(locales: readonly string[], wanted: readonly string[]): string {
    for (const language of wanted) {
        const found = match(locales, language) ?? match(OURS, language);
        if (found) {
            return found;
        }
    }
    return OURS[0]!;
}

function match(languages: readonly string[], wanted: string): string | undefined {
    return (
        languages.find((each) => each.toLowerCase() === wanted.toLowerCase()) ??
        languages.find((each) => primary(each) === primary(wanted))
    );
}

function primary(language: string): string {
    return language.toLowerCase().split('-')[0]!;
}

/** What a questionnaire is shown in now. */
export function languageOf(target: () => LinkTarget | undefined): ComputedRef<string> {
    return computed(() => spoken(target()?.locales ?? [], [chosen.value ?? '', ...browserLanguages()]));
}

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

export function directionOf(language: string): 'ltr' | 'rtl' {
    return RIGHT_TO_LEFT.includes(primary(language)) ? 'rtl' : 'ltr';
}
