import type { OfKpi } from '../../api';

export type RebuildDifference = OfKpi['DifferencePage']['items'][number];
export type CountPart = 'n' | 'sum' | 'sumOfSquares' | 'sources';

const PARTS: CountPart[] = ['n', 'sum', 'sumOfSquares', 'sources'];

/** What a count consists of; one of a histogram has nothing but how many. */
export function countsOf(count: RebuildDifference['before']): [CountPart, number][] {
    return PARTS.flatMap((part): [CountPart, number][] => {
        const value = count[part];
        return typeof value === 'number' ? [[part, value]] : [];
    });
}

/** Which of a metric's counts it is: the one of all, one by tag or one of a histogram. */
export function placeOf(
    { tag, bucket, extremesDiffer }: Pick<RebuildDifference, 'tag' | 'bucket' | 'extremesDiffer'>,
    words: { tagged: (tag: string) => string; bucket: (bucket: number) => string; extremes: string },
): string {
    return [
        typeof tag === 'string' ? words.tagged(tag) : '',
        typeof bucket === 'number' ? words.bucket(bucket) : '',
        extremesDiffer ? words.extremes : '',
    ]
        .filter((word) => word !== '')
        .join(' · ');
}
