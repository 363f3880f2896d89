import { supplyTexts } from './texts';

/** A quarter as people say it. */
export function quarterName(quarter: string): string {
    return supplyTexts.value.quarterName(quarter.slice(0, 4), quarter.slice(6));
}
