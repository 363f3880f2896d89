import type { Step } from './possible';

export type FieldName =
    | 'department'
    | 'note'
    | 'publicNote'
    | 'reason'
    | 'rootCause'
    | 'actionTaken'
    | 'process'
    | 'step'
    | 'post'
    | 'channel'
    | 'outcome'
    | 'rating'
    | 'comment'
    | 'severity'
    | 'category'
    | 'override';

export interface Field {
    name: FieldName;
    required: boolean;
}

export type Values = Partial<Record<FieldName, string>>;

const must = (name: FieldName): Field => ({ name, required: true });
const can = (name: FieldName): Field => ({ name, required: false });

/** What is asked before a step is taken. */
export const FIELDS: Record<Step, Field[]> = {
    assignment: [must('department'), can('note'), can('publicNote')],
    start: [can('note'), can('publicNote')],
    resolution: [
        must('rootCause'),
        can('process'),
        can('step'),
        can('post'),
        must('actionTaken'),
        can('note'),
        can('publicNote'),
    ],
    resumption: [can('note')],
    confirmation: [must('rating'), can('comment')],
    dispute: [must('reason')],
    closure: [can('note'), can('publicNote')],
    'contact-attempts': [must('channel'), must('outcome'), can('note')],
    'confirmation-requests': [can('note')],
    waiting: [must('reason'), can('note'), can('publicNote')],
    transfer: [must('department'), must('reason')],
    unreachable: [can('note')],
    overrides: [must('override'), must('reason')],
    notes: [can('note'), can('publicNote')],
    severity: [must('severity'), must('reason')],
    category: [must('category'), must('reason')],
    'clock-recomputation': [must('reason')],
};

export function isComplete(step: Step, values: Values): boolean {
    const filled = (name: FieldName) => (values[name] ?? '').trim() !== '';
    return (
        FIELDS[step].every(({ name, required }) => !required || filled(name)) &&
        (step !== 'notes' || filled('note') || filled('publicNote'))
    );
}
