import type { OfFeedback } from '../../api';

export type Category = OfFeedback['CategoryView'];

export interface Branch {
    category: Category;
    depth: number;
}

/** The tree from the top, each category directly below its parent; one whose parent is not there stands at the top. */
export function branches(categories: readonly Category[]): Branch[] {
    const codes = new Set(categories.map(({ code }) => code));
    const parentOf = ({ parent }: Category) => (parent && codes.has(parent) ? parent : '');
    const grown = (above: string, depth: number): Branch[] =>
        categories
            .filter((category) => parentOf(category) === above)
            .flatMap((category) => [{ category, depth }, ...grown(category.code, depth + 1)]);
    return grown('', 0);
}
