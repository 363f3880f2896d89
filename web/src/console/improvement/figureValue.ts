import { answer, api } from '../api';

/** What kpi-service shows of an indicator in a period, suppression included; undefined where it shows nothing. */
export async function figureValue(department: string, indicator: string, period: string): Promise<number | undefined> {
    const trend = await answer(
        api.GET('/api/kpi/v1/scores/{department}/{period}/trend', {
            params: { path: { department, period }, query: { indicator } },
        }),
    );
    return trend.points?.find((point) => point.period === period)?.value ?? undefined;
}
