/** What a telephone dials: the number, and after a pause the extension behind it. */
export function dialled(phone: string): string {
    const [number, ...extension] = phone.split(/转|轉|分机|ext\.?|x|#|,/i);
    const digits = (text: string) => text.replaceAll(/[^0-9+]/g, '');
    return `tel:${[digits(number ?? ''), ...extension.map(digits)].join(',')}`;
}

/** Whether it looks like one, as the service takes it. */
export function isTelephone(text: string): boolean {
    return /^\(?\+?[0-9][0-9 ()-]{2,38}(?: ?(?:转|轉|分机|ext\.?|x|#|,) ?[0-9]{1,8})?$/i.test(text.normalize('NFKC'));
}
