import { surveyLocalization } from 'survey-core';

/**
 * SurveyJS' own texts, each language a file that is fetched when somebody chooses it. Chinese and English are always
 * there.
 */
const TEXTS: Record<string, () => Promise<unknown>> = {
    ar: () => import('survey-core/i18n/arabic'),
    eu: () => import('survey-core/i18n/basque'),
    bg: () => import('survey-core/i18n/bulgarian'),
    mm: () => import('survey-core/i18n/burmese'),
    ca: () => import('survey-core/i18n/catalan'),
    hr: () => import('survey-core/i18n/croatian'),
    cs: () => import('survey-core/i18n/czech'),
    da: () => import('survey-core/i18n/danish'),
    nl: () => import('survey-core/i18n/dutch'),
    et: () => import('survey-core/i18n/estonian'),
    fi: () => import('survey-core/i18n/finnish'),
    fr: () => import('survey-core/i18n/french'),
    ka: () => import('survey-core/i18n/georgian'),
    de: () => import('survey-core/i18n/german'),
    el: () => import('survey-core/i18n/greek'),
    ht: () => import('survey-core/i18n/haitian-creole'),
    he: () => import('survey-core/i18n/hebrew'),
    hi: () => import('survey-core/i18n/hindi'),
    hu: () => import('survey-core/i18n/hungarian'),
    is: () => import('survey-core/i18n/icelandic'),
    id: () => import('survey-core/i18n/indonesian'),
    it: () => import('survey-core/i18n/italian'),
    ja: () => import('survey-core/i18n/japanese'),
    kk: () => import('survey-core/i18n/kazakh'),
    ko: () => import('survey-core/i18n/korean'),
    lv: () => import('survey-core/i18n/latvian'),
    lt: () => import('survey-core/i18n/lithuanian'),
    mk: () => import('survey-core/i18n/macedonian'),
    ms: () => import('survey-core/i18n/malay'),
    no: () => import('survey-core/i18n/norwegian'),
    fa: () => import('survey-core/i18n/persian'),
    fil: () => import('survey-core/i18n/philippines'),
    pl: () => import('survey-core/i18n/polish'),
    'pt-br': () => import('survey-core/i18n/portuguese-br'),
    pt: () => import('survey-core/i18n/portuguese'),
    ro: () => import('survey-core/i18n/romanian'),
    ru: () => import('survey-core/i18n/russian'),
    sr: () => import('survey-core/i18n/serbian'),
    sk: () => import('survey-core/i18n/slovak'),
    sl: () => import('survey-core/i18n/slovenian'),
    es: () => import('survey-core/i18n/spanish'),
    sw: () => import('survey-core/i18n/swahili'),
    sv: () => import('survey-core/i18n/swedish'),
    tg: () => import('survey-core/i18n/tajik'),
    tel: () => import('survey-core/i18n/telugu'),
    th: () => import('survey-core/i18n/thai'),
    'zh-tw': () => import('survey-core/i18n/traditional-chinese'),
    tr: () => import('survey-core/i18n/turkish'),
    uk: () => import('survey-core/i18n/ukrainian'),
    ur: () => import('survey-core/i18n/urdu'),
    vi: () => import('survey-core/i18n/vietnamese'),
    cy: () => import('survey-core/i18n/welsh'),
};

/**
 * Without them, in a language there are none for or when there is no network, the questions speak it all the same.
 *
 * @returns whether there are some that were not there before
 */
export async function loadTexts(language: string): Promise<boolean> {
    const load = TEXTS[language];
    if (!load || language in surveyLocalization.locales) {
        return false;
    }
    try {
        await load();
        return true;
    } catch (failure) {
        console.warn('No texts', language, failure);
        return false;
    }
}
