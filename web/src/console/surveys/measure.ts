import { isNode, type Node } from './definition';

/** A measure as its form shows it. */
export interface Counting {
    metric: string;
    question: string;
    per: 'RESPONSE' | 'MATRIX_ROW';
    by: 'fixed' | 'fromAnswer' | 'fromRow';
    /** The department, or the question that names it. */
    whose: string;
    min: number;
    max: number;
}

export function counting(measure: Node): Counting {
    const department = isNode(measure['department']) ? measure['department'] : {};
    const scale = isNode(measure['scale']) ? measure['scale'] : {};
    const named = typeof department['fromAnswer'] === 'string';
    return {
        metric: String(measure['metric'] ?? ''),
        question: String(measure['question'] ?? ''),
        per: measure['per'] === 'MATRIX_ROW' ? 'MATRIX_ROW' : 'RESPONSE',
        by: department['fromRow'] === true ? 'fromRow' : named ? 'fromAnswer' : 'fixed',
        whose: String(department['fixed'] ?? department['fromAnswer'] ?? ''),
        min: Number(scale['min'] ?? 1),
        max: Number(scale['max'] ?? 5),
    };
}

/** The other way round, as the service takes it: exactly one way to find the department. */
export function counted({ metric, question, per, by, whose, min, max }: Counting): Node {
    return { metric, question, per, department: { [by]: by === 'fromRow' ? true : whose }, scale: { min, max } };
}
