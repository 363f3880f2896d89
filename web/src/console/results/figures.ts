import type { Json } from '../../api/survey';
import { textIn } from '../../questionnaire/texts';
import type { OfSurvey } from '../api';

export type Figure = OfSurvey['FigureView'];
export type Question = OfSurvey['QuestionView'];
/** The words for a question's answers, by the value that is stored. */
export type Labels = ReadonlyMap<string, string>;

type Node = { [key: string]: Json };
type Element = Node & { name: string; type: string };

/** A figure that may be told: not one that would say something about somebody. */
export function isShown(figure: Figure | null | undefined): figure is Figure {
    return figure?.state === 'SHOWN';
}

/** A share of one as a percentage. */
export function asPercentage(share: number | null | undefined): number | null {
    return share === null || share === undefined ? null : Math.round(share * 1000) / 10;
}

/** What values and rows are called, read from the published definition, by question. */
export function labelsOf(definition: Json | undefined, language: string): Map<string, Labels> {
    return new Map(elementsOf(definition).map((element) => [element.name, labels(element, language)]));
}

/** Questions and panels of a published definition, in the order of asking. */
export function elementsOf(json: Json | undefined): Element[] {
    if (json === null || typeof json !== 'object') {
        return [];
    }
    if (Array.isArray(json)) {
        return json.flatMap(elementsOf);
    }
    const within = [...elementsOf(json['pages']), ...elementsOf(json['elements'])];
    return isElement(json) ? [json, ...within] : within;
}

function isElement(node: Node): node is Element {
    return typeof node['name'] === 'string' && typeof node['type'] === 'string';
}

function labels(question: Node, language: string): Labels {
    const items = ['choices', 'columns', 'rows', 'rateValues'].flatMap((list) => {
        const all = question[list];
        return Array.isArray(all) ? all : [];
    });
    const known = items.flatMap((item): [string, string][] => {
        if (item === null || typeof item !== 'object' || Array.isArray(item)) {
            return [];
        }
        const text = textIn(item['text'], language);
        return text === '' ? [] : [[String(item['value']), text]];
    });
    return new Map(known);
}

/** In the order of their numbers where they are numbers, else as the service has them. */
export function shares(figure: Figure): OfSurvey['ShareView'][] {
    const all = figure.distribution ?? [];
    const numeric = all.every(({ value }) => value !== '' && Number.isFinite(Number(value)));
    return numeric ? [...all].sort((one, other) => Number(one.value) - Number(other.value)) : all;
}

/** All answers that some shown group gave: the columns of a table of groups. */
export function valuesOf(figures: (Figure | null | undefined)[]): string[] {
    const values = new Set(
        figures.filter(isShown).flatMap(({ distribution }) => (distribution ?? []).map(({ value }) => value ?? '')),
    );
    const all = [...values];
    return all.every((value) => value !== '' && Number.isFinite(Number(value)))
        ? all.sort((one, other) => Number(one) - Number(other))
        : all.sort();
}

/** Absent is nobody; that a group is not shown is not told by this. */
export function shareOf(figure: Figure, value: string): number {
    return asPercentage(figure.distribution?.find((share) => share.value === value)?.share) ?? 0;
}
