/** What somebody wrote one a line: without empty lines, each once. */
export function linesOf(text: string): string[] {
    return [...new Set(text.split(/[\n,，;；]/).map((line) => line.trim()))].filter((line) => line !== '');
}

/** Nothing instead of an empty text: the services tell them apart. */
export function given(text: string | null | undefined): string | undefined {
    const trimmed = text?.trim();
    return trimmed === '' ? undefined : trimmed;
}
