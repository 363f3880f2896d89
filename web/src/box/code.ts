const LENGTH = 24;
const DIGITS = /^[0-9A-HJKMNP-TV-Z]*$/;

/** As the service reads it, or nothing of what cannot be a code. */
export function readCode(typed: string): string | undefined {
    // Keyboards for Chinese write digits and letters in full width, and word processors dashes of their own.
    const code = typed
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[\s\p{Pd}]/gu, '')
        .replace(/O/g, '0')
        .replace(/[IL]/g, '1');
    return code.length === LENGTH && DIGITS.test(code) ? code : undefined;
}

/** In groups, as it is written down. */
export function groupsOf(code: string): string {
    return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** The code behind a scanned address; it does not stay there for whoever uses the device next. */
export function codeOfAddress(): string | undefined {
    const code = readCode(decoded(location.hash.slice(1)));
    if (location.hash !== '') {
        history.replaceState(null, '', location.pathname);
    }
    return code;
}

/** An address somebody has cut off may end in the middle of a sign. */
function decoded(hash: string): string {
    try {
        return decodeURIComponent(hash);
    } catch {
        return '';
    }
}
