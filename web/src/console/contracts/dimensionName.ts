import { contractTexts } from './texts';

/** A standard dimension by its code, where whoever names it says no more. */
export function dimensionName(code: string | null | undefined): string {
    const known: { [code: string]: string } = contractTexts.value.template.dimensions;
    return known[code ?? ''] ?? code ?? '';
}
