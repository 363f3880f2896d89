import { governmentTexts } from './texts';

/** A word the register does not know stands as it is. */
export function levelName(level: string | null | undefined): string {
    const names: Record<string, string> = governmentTexts.value.levels;
    return names[level ?? ''] ?? level ?? '';
}
