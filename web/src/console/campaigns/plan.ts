import type { OfSurvey } from '../api';

/** A campaign as its form shows it: texts, for what is empty is not a number. */
export interface PlanForm {
    surveyId: string;
    version: string;
    name: string;
    opensAt: string;
    closesAt: string;
    anonymous: boolean;
    access: OfSurvey['Access'];
    invited: string;
    quota: string;
    stations: string;
    department: string;
    graceDays: string;
}

/** The business's zone has no summer time. */
const OFFSET = '+08:00';
const OFFSET_MILLIS = 8 * 3_600_000;
const DAY = 24 * 3_600_000;

/** An instant as a field for a date and a time shows it, where the business is. */
export function localTime(instant: string | number): string {
    return new Date(new Date(instant).getTime() + OFFSET_MILLIS).toISOString().slice(0, 16);
}

/** The other way round. */
export function instantOf(local: string): string {
    return `${local}:00${OFFSET}`;
}

export function emptyPlan(now: Date): PlanForm {
    return {
        surveyId: '',
        version: '',
        name: '',
        opensAt: localTime(now.getTime()),
        closesAt: localTime(now.getTime() + 14 * DAY),
        anonymous: true,
        access: 'OPEN',
        invited: '',
        quota: '',
        stations: '',
        department: '',
        graceDays: '',
    };
}

export function planOf(campaign: OfSurvey['CampaignView']): PlanForm {
    return {
        surveyId: campaign.surveyId,
        version: String(campaign.version),
        name: campaign.name,
        opensAt: campaign.opensAt ? localTime(campaign.opensAt) : '',
        closesAt: campaign.closesAt ? localTime(campaign.closesAt) : '',
        anonymous: campaign.anonymous,
        access: campaign.access,
        invited: String(campaign.invited ?? ''),
        quota: String(campaign.quota ?? ''),
        stations: campaign.stations.join('\n'),
        department: campaign.attribution?.department ?? '',
        graceDays: String(campaign.graceDays ?? ''),
    };
}

/** Whether it closes after it opens; texts of this form have the order of their times. */
export function inOrder({ opensAt, closesAt }: PlanForm): boolean {
    return opensAt < closesAt;
}

export function isComplete(form: PlanForm): boolean {
    const { surveyId, version, name, opensAt, closesAt } = form;
    return [surveyId, version, name.trim(), opensAt, closesAt].every((each) => each !== '') && inOrder(form);
}

export function requestOf(form: PlanForm): OfSurvey['PlanRequest'] {
    const stations = linesIn(form.stations);
    return {
        surveyId: form.surveyId,
        version: Number(form.version),
        name: form.name.trim(),
        opensAt: instantOf(form.opensAt),
        closesAt: instantOf(form.closesAt),
        anonymous: form.anonymous,
        access: form.access,
        invited: numberIn(form.invited),
        quota: numberIn(form.quota),
        stations: stations.length === 0 ? undefined : stations,
        attribution: form.department === '' ? undefined : { department: form.department },
        graceDays: numberIn(form.graceDays),
    };
}

/** Of fields for numbers Vue may make numbers. */
function numberIn(text: string | number): number | undefined {
    return String(text).trim() === '' ? undefined : Number(text);
}

function linesIn(text: string): string[] {
    return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
