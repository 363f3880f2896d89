import type { Json } from '../../api/survey';
import { placesOf, type Node } from './definition';

/** What an author can publish: a version, or the draft. */
export interface Written {
    title: string;
    definition: Node;
    measures: Node[];
}

export interface Change {
    property: string;
    before: Json | undefined;
    after: Json | undefined;
}

export interface Difference {
    kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED';
    of: 'SURVEY' | 'QUESTION' | 'MEASURE';
    name: string;
    /** The title, or what else is shown beside the name. */
    title: Json | undefined;
    changes: Change[];
}

interface Thing {
    name: string;
    title: Json | undefined;
    node: Node;
    /** In what it stands, and after which of those that are in both. */
    container: string;
}

/** What an author would want to hear: which questions and measures are new, gone, changed, or elsewhere. */
export function differences(before: Written, after: Written): Difference[] {
    const around = changesBetween(surroundings(before), surroundings(after));
    const whole: Difference[] =
        around.length === 0 ? [] : [{ kind: 'CHANGED', of: 'SURVEY', name: '', title: after.title, changes: around }];
    return [
        ...whole,
        ...compared('QUESTION', questions(before), questions(after)),
        ...compared('MEASURE', measures(before), measures(after)),
    ];
}

function surroundings({ title, definition }: Written): Node {
    const { pages, elements: _, ...rest } = definition;
    const bare = (Array.isArray(pages) ? pages : []).map((page) => ({ ...(page as Node), elements: null }));
    return { ...rest, title, pages: bare };
}

function questions({ definition }: Written): Thing[] {
    return placesOf(definition).map(({ pointer, element }) => {
        const node = element['type'] === 'panel' ? { ...element, elements: null } : element;
        return {
            name: String(element['name'] ?? pointer),
            title: element['title'],
            node,
            container: pointer.slice(0, pointer.lastIndexOf('/')),
        };
    });
}

function measures({ measures: all }: Written): Thing[] {
    return all.map((node) => ({
        name: `${String(node['metric'])} · ${String(node['question'])}`,
        title: undefined,
        node,
        container: '',
    }));
}

function compared(of: Difference['of'], before: Thing[], after: Thing[]): Difference[] {
    const old = new Map(before.map((thing) => [thing.name, thing]));
    const now = new Map(after.map((thing) => [thing.name, thing]));
    const moved = of === 'QUESTION' ? elsewhere(before, after) : new Set<string>();
    const stayedOrCame = after.flatMap((thing): Difference[] => {
        const { name, title } = thing;
        const was = old.get(name);
        if (was === undefined) {
            return [{ kind: 'ADDED', of, name, title, changes: [] }];
        }
        const changes = changesBetween(was.node, thing.node);
        if (changes.length > 0) {
            return [{ kind: 'CHANGED', of, name, title, changes }];
        }
        return moved.has(name) ? [{ kind: 'MOVED', of, name, title, changes: [] }] : [];
    });
    const gone = before
        .filter(({ name }) => !now.has(name))
        .map(({ name, title }): Difference => ({ kind: 'REMOVED', of, name, title, changes: [] }));
    return [...stayedOrCame, ...gone];
}

/** Those on another page or panel, and the fewest others that explain the new order. */
function elsewhere(before: Thing[], after: Thing[]): Set<string> {
    const old = new Map(before.map((thing, index) => [thing.name, { ...thing, index }]));
    const both = after.filter(({ name }) => old.has(name));
    const away = both.filter((thing) => old.get(thing.name)!.container !== thing.container);
    const rest = both.filter((thing) => !away.includes(thing)).map(({ name }) => ({ name, was: old.get(name)!.index }));
    const kept = longestRising(rest.map(({ was }) => was));
    return new Set([...away.map(({ name }) => name), ...rest.filter((_, i) => !kept.has(i)).map(({ name }) => name)]);
}

/** Indices of a longest rising part. */
function longestRising(numbers: number[]): Set<number> {
    const length: number[] = [];
    const previous: number[] = [];
    numbers.forEach((number, here) => {
        length[here] = 1;
        previous[here] = -1;
        for (let there = 0; there < here; there++) {
            if (numbers[there]! < number && length[there]! + 1 > length[here]!) {
                length[here] = length[there]! + 1;
                previous[here] = there;
            }
        }
    });
    const found = new Set<number>();
    for (let at = length.indexOf(Math.max(0, ...length)); at >= 0; at = previous[at] ?? -1) {
        found.add(at);
    }
    return found;
}

function changesBetween(before: Node, after: Node): Change[] {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])]
        .filter((property) => !same(before[property], after[property]))
        .map((property) => ({ property, before: before[property], after: after[property] }));
}

/** As JSON values: the order of an object's fields says nothing. */
export function same(one: Json | undefined, other: Json | undefined): boolean {
    return canonical(one) === canonical(other);
}

function canonical(json: Json | undefined): string {
    return (
        JSON.stringify(json, (_, value: unknown) =>
            value !== null && typeof value === 'object' && !Array.isArray(value)
                ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
                : value,
        ) ?? ''
    );
}
