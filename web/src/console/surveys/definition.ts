import type { Json } from '../../api/survey';
import type { Finding } from '../shared/useChecked';

/** An object of a questionnaire's JSON, as SurveyJS writes it. */
export type Node = { [key: string]: Json };

/** A question, and where in the definition it stands as a JSON pointer. */
export interface Place {
    pointer: string;
    element: Node;
}

export const CHOICE_TYPES = ['radiogroup', 'dropdown', 'checkbox', 'tagbox', 'ranking'];
/** Those with a form of their own; all others are written as JSON. */
export const FORM_TYPES = ['rating', ...CHOICE_TYPES, 'boolean', 'matrix', 'text', 'comment', 'html'];
const CONTAINERS = ['panel'];
const WITHOUT_ANSWER = ['html', 'image', 'panel'];

export function isNode(json: Json | undefined): json is Node {
    return json !== null && typeof json === 'object' && !Array.isArray(json);
}

export function nodes(json: Json | undefined): Node[] {
    return Array.isArray(json) ? json.filter(isNode) : [];
}

/** All elements in the order they are asked, those of panels after their panel. */
export function placesOf(definition: Node): Place[] {
    return lists(definition).flatMap(({ pointer, list }) => within(list, pointer));
}

/** Pages, or the definition itself where it has none. */
export function pagesOf(definition: Node): { pointer: string; page: Node }[] {
    return Array.isArray(definition['pages'])
        ? nodes(definition['pages']).map((page, index) => ({ pointer: `/pages/${index}`, page }))
        : [{ pointer: '', page: definition }];
}

function lists(definition: Node): { pointer: string; list: Json[] }[] {
    return pagesOf(definition).map(({ pointer, page }) => ({
        pointer: `${pointer}/elements`,
        list: Array.isArray(page['elements']) ? page['elements'] : [],
    }));
}

function within(list: Json[], pointer: string): Place[] {
    return list.flatMap((element, index) => {
        if (!isNode(element)) {
            return [];
        }
        const here = { pointer: `${pointer}/${index}`, element };
        return CONTAINERS.includes(String(element['type'])) && Array.isArray(element['elements'])
            ? [here, ...within(element['elements'], `${here.pointer}/elements`)]
            : [here];
    });
}

export function answersSomething({ element }: Place): boolean {
    return !WITHOUT_ANSWER.includes(String(element['type']));
}

export function at(definition: Json, pointer: string): Json | undefined {
    let found: Json | undefined = definition;
    for (const part of pointer.split('/').slice(1).map(unescape)) {
        found = Array.isArray(found) ? found[Number(part)] : isNode(found) ? found[part] : undefined;
    }
    return found;
}

function unescape(part: string): string {
    return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The list an element stands in, and its place there. */
function seat(definition: Node, pointer: string): { list: Json[]; index: number } | undefined {
    const cut = pointer.lastIndexOf('/');
    const list = at(definition, pointer.slice(0, cut));
    return Array.isArray(list) ? { list, index: Number(pointer.slice(cut + 1)) } : undefined;
}

export function replace(definition: Node, pointer: string, element: Node): void {
    const found = seat(definition, pointer);
    found?.list.splice(found.index, 1, element);
}

export function remove(definition: Node, pointer: string): void {
    const found = seat(definition, pointer);
    found?.list.splice(found.index, 1);
}

/** Up or down in its page or panel; across its ends it stays. @returns where it is then */
export function move(definition: Node, pointer: string, by: -1 | 1): string {
    const found = seat(definition, pointer);
    const to = (found?.index ?? 0) + by;
    if (found === undefined || to < 0 || to >= found.list.length) {
        return pointer;
    }
    const [element] = found.list.splice(found.index, 1);
    found.list.splice(to, 0, element!);
    return `${pointer.slice(0, pointer.lastIndexOf('/'))}/${to}`;
}

/** A question of this type at the end of a page. @returns where it is */
export function add(definition: Node, page: string, type: string): string {
    const target = at(definition, page) as Node;
    if (!Array.isArray(target['elements'])) {
        target['elements'] = [];
    }
    // Read again: what was put in may be wrapped by what watches it.
    const list = target['elements'] as Json[];
    list.push({ type, name: freeName(definition, 'question'), ...beginning(type) });
    return `${page}/elements/${list.length - 1}`;
}

export function addPage(definition: Node): void {
    if (!Array.isArray(definition['pages'])) {
        const elements = definition['elements'] ?? [];
        delete definition['elements'];
        definition['pages'] = [{ name: 'page1', elements }];
    }
    const pages = definition['pages'] as Json[];
    const taken = nodes(pages).map(({ name }) => name);
    pages.push({ name: free('page', taken), elements: [] });
}

function freeName(definition: Node, stem: string): string {
    return free(
        stem,
        placesOf(definition).map(({ element }) => element['name']),
    );
}

function free(stem: string, taken: (Json | undefined)[]): string {
    let number = 1;
    while (taken.includes(`${stem}${number}`)) {
        number++;
    }
    return `${stem}${number}`;
}

function beginning(type: string): Node {
    if (CHOICE_TYPES.includes(type)) {
        return { choices: [] };
    }
    return type === 'rating' ? { rateMin: 1, rateMax: 5 } : type === 'matrix' ? { rows: [], columns: [] } : {};
}

/** What was found about an element, but not about what stands in it. */
export function findingsAt(pointer: string, places: Place[], findings: Finding[]): Finding[] {
    return findings.filter(({ path }) => ownerOf(path, places) === pointer);
}

/** What belongs to no element. */
export function homeless(places: Place[], findings: Finding[]): Finding[] {
    return findings.filter(({ path }) => ownerOf(path, places) === undefined);
}

function ownerOf(path: string, places: Place[]): string | undefined {
    return places
        .map(({ pointer }) => pointer)
        .filter((pointer) => path === pointer || path.startsWith(`${pointer}/`))
        .sort((one, other) => other.length - one.length)[0];
}
