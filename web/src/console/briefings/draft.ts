import type { OfKpi } from '../api';
import { given } from '../shared/lines';

export type Kind = OfKpi['BlockKind'];
export type Edition = OfKpi['Edition'];
export type Figure = OfKpi['IssueFigure'];
export type EditionBlock = OfKpi['EditionBlock'];

export interface BlockDraft {
    /** Tells blocks apart while they are moved. */
    key: number;
    kind: Kind;
    heading: string;
    text: string;
    department: string;
    dimension: string;
    indicator: string;
}

export interface SectionDraft {
    kind: OfKpi['SectionKind'];
    title: string;
    blocks: BlockDraft[];
}

export interface ContentDraft {
    masthead: string;
    organisation: string;
    title: string;
    footer: string;
    sections: SectionDraft[];
}

let keys = 0;

export function newBlock(kind: Kind): BlockDraft {
    return { key: ++keys, kind, heading: '', text: '', department: '', dimension: '', indicator: '' };
}

export function draftOf(content: OfKpi['BriefingContent']): ContentDraft {
    return {
        masthead: content.masthead,
        organisation: content.organisation,
        title: content.title,
        footer: content.footer,
        sections: content.sections.map(({ kind, title, blocks }) => ({
            kind,
            title,
            blocks: blocks.map((block) => ({
                key: ++keys,
                kind: block.kind,
                heading: block.heading ?? '',
                text: block.text ?? '',
                department: block.department ?? '',
                dimension: block.dimension ?? '',
                indicator: block.indicator ?? '',
            })),
        })),
    };
}

/** What is sent: of each block what its kind has. */
export function proposalOf(draft: ContentDraft) {
    return {
        ...draft,
        sections: draft.sections.map((section) => ({
            kind: section.kind,
            title: section.title,
            blocks: section.blocks.map(({ kind, heading, text, department, dimension, indicator }) =>
                kind === 'TEXT'
                    ? { kind, heading: given(heading), text }
                    : {
                          kind,
                          heading: given(heading),
                          department: given(department),
                          dimension: kind === 'TABLE' ? given(dimension) : undefined,
                          indicator: given(indicator),
                      },
            ),
        })),
    };
}

export function isSame(one: ContentDraft, other: ContentDraft): boolean {
    return JSON.stringify(proposalOf(one)) === JSON.stringify(proposalOf(other));
}

export function moved<T>(list: T[], place: number, by: -1 | 1): T[] {
    const other = place + by;
    if (other < 0 || other >= list.length) {
        return list;
    }
    const next = [...list];
    [next[place], next[other]] = [next[other]!, next[place]!];
    return next;
}
