import { answer, api, Refused, type OfKpi } from '../api';

type Tree = Pick<OfKpi['ScoreTree'], 'dimensions'>;
export type ShownIndicator = OfKpi['ScoreTree']['dimensions'][number]['indicators'][number];

/** Of somebody else's department, or of a year without a contract, nothing is shown. */
const NOTHING_SHOWN = [403, 404];

/** What kpi-service shows of an indicator in a period, suppression included; undefined where the contract has none. */
export async function indicatorIn(
    department: string,
    indicator: string,
    period: string,
): Promise<ShownIndicator | undefined> {
    try {
        const tree = await answer(
            api.GET('/api/kpi/v1/scores/{department}/{period}', { params: { path: { department, period } } }),
        );
        return indicatorOf(tree, indicator);
    } catch (failure) {
        if (failure instanceof Refused && NOTHING_SHOWN.includes(failure.status)) {
            return undefined;
        }
        throw failure;
    }
}

export function indicatorOf(tree: Tree, code: string): ShownIndicator | undefined {
    return tree.dimensions.flatMap(({ indicators }) => indicators).find((each) => each.code === code);
}
