import type { OfFeedback } from '../api';
import { randomUuid } from '../../storage/uuid';

export type ProjectView = OfFeedback['RootProjectView'];
export type ProjectRequest = OfFeedback['InitiationRequest'];

/** Something with a day; the key is for the page only. */
export interface DatedLine {
    key: string;
    title: string;
    dueOn: string;
}

export interface PartyForm {
    key: string;
    name: string;
    side: OfFeedback['Side'] | '';
    willingness: OfFeedback['Willingness'];
    resources: string;
    affordableCost: string;
    share: string;
    role: string;
    actions: DatedLine[];
}

export interface EffectForm {
    key: string;
    name: string;
    unit: string;
    direction: OfFeedback['Direction'];
    valueBefore: string;
}

export interface ProjectForm {
    name: string;
    department: string;
    problem: string;
    goal: string;
    year: string;
    beginsOn: string;
    endsOn: string;
    budget: string;
    parties: PartyForm[];
    milestones: DatedLine[];
    effects: EffectForm[];
}

export function emptyLine(): DatedLine {
    return { key: randomUuid(), title: '', dueOn: '' };
}

export function emptyParty(): PartyForm {
    return {
        key: randomUuid(),
        name: '',
        side: '',
        willingness: 'HIGH',
        resources: '',
        affordableCost: '',
        share: '',
        role: '',
        actions: [emptyLine()],
    };
}

export function emptyEffect(): EffectForm {
    return { key: randomUuid(), name: '', unit: '', direction: 'DOWN', valueBefore: '' };
}

export function emptyForm(year: number, department: string): ProjectForm {
    return {
        name: '',
        department,
        problem: '',
        goal: '',
        year: String(year),
        beginsOn: '',
        endsOn: '',
        budget: '',
        parties: [emptyParty(), emptyParty()],
        milestones: [emptyLine()],
        effects: [emptyEffect()],
    };
}

export function formOf(view: ProjectView): ProjectForm {
    const line = (each: { title: string; dueOn: string }) => ({
        key: randomUuid(),
        title: each.title,
        dueOn: each.dueOn,
    });
    return {
        name: view.project.name,
        department: view.project.department,
        problem: view.problem,
        goal: view.goal,
        year: String(view.project.year),
        beginsOn: view.project.beginsOn,
        endsOn: view.project.endsOn,
        budget: String(view.budget),
        parties: view.stakeholders.map((party) => ({
            key: randomUuid(),
            name: party.name,
            side: party.side ?? '',
            willingness: party.willingness,
            resources: party.resources,
            affordableCost: String(party.affordableCost),
            share: String(party.share),
            role: party.role,
            actions: party.actions.map(line),
        })),
        milestones: view.milestones.map(line),
        effects: view.indicators.map((effect) => ({
            key: randomUuid(),
            name: effect.name,
            unit: effect.unit,
            direction: effect.direction,
            valueBefore: String(effect.valueBefore),
        })),
    };
}

/** What is not a number is left out, and the service says that it is missing. */
export function numberOf(text: string): number | undefined {
    const plain = text.trim();
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Cents, so that sums of them are exact. */
export function cents(text: string): number {
    return Math.round((numberOf(text) ?? 0) * 100);
}

export function coveredBy(parties: Pick<PartyForm, 'share'>[]): number {
    return parties.reduce((sum, { share }) => sum + cents(share), 0) / 100;
}

/** Lines nobody has begun are not sent. */
function begun(lines: DatedLine[]) {
    return lines
        .filter(({ title, dueOn }) => title.trim() !== '' || dueOn !== '')
        .map(({ title, dueOn }) => ({ title: title.trim(), dueOn: dueOn || undefined }));
}

export function requestOf(form: ProjectForm, id?: string): ProjectRequest {
    return {
        id,
        name: form.name,
        department: form.department || undefined,
        problem: form.problem,
        goal: form.goal,
        year: numberOf(form.year),
        beginsOn: form.beginsOn || undefined,
        endsOn: form.endsOn || undefined,
        budget: numberOf(form.budget),
        stakeholders: form.parties.map((party) => ({
            name: party.name,
            side: party.side || undefined,
            willingness: party.willingness,
            resources: party.resources,
            affordableCost: numberOf(party.affordableCost),
            share: party.share.trim() === '' ? undefined : numberOf(party.share),
            role: party.role,
            actions: begun(party.actions),
        })),
        milestones: begun(form.milestones),
        indicators: form.effects
            .filter(({ name, unit, valueBefore }) => [name, unit, valueBefore].some((text) => text.trim() !== ''))
            .map((effect) => ({
                name: effect.name,
                unit: effect.unit,
                direction: effect.direction,
                valueBefore: numberOf(effect.valueBefore),
            })),
    };
}
