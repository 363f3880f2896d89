/** What a key may be limited to, as the gateway calls them (`huisheng.analyst.sets`). */
export const SETS = ['Scores', 'Rates', 'Observations', 'Departments'] as const;

export function isSet(name: string): name is (typeof SETS)[number] {
    return SETS.some((each) => each === name);
}
