export type Locale = 'zh-CN' | 'en';

/** What was chosen before, else the first language of the browser that we speak, else Chinese. */
export function preferred(remembered: string | null, languages: readonly string[]): Locale {
    const spoken = [remembered ?? '', ...languages].find((language) => /^(zh|en)\b/i.test(language));
    return spoken?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}
