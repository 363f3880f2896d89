export type Locale = 'zh-CN' | 'en';

/**
 * What was chosen, else the first language of the browser that we speak, else Chinese; or English for whoever chose a
 * language we do not speak.
 */
export function preferred(chosen: string | null, languages: readonly string[]): Locale {
    const foreign = chosen !== null && !/^(zh|en)\b/i.test(chosen);
    const spoken = [chosen ?? '', ...languages].find((language) => /^(zh|en)\b/i.test(language));
    return (spoken ?? (foreign ? 'en' : 'zh')).toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
