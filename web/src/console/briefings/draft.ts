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
    headingEn: string;
    text: string;
    textEn: string;
    department: string;
    dimension: string;
    indicator: string;
}

export interface SectionDraft {
    kind: OfKpi['SectionKind'];
    title: string;
    titleEn: string;
    blocks: BlockDraft[];
}

export interface ContentDraft {
    masthead: string;
    mastheadEn: string;
    organisation: string;
    organisationEn: string;
    title: string;
    titleEn: string;
    footer: string;
    footerEn: string;
    sections: SectionDraft[];
}

let keys = 0;

export function newBlock(kind: Kind): BlockDraft {
    return {
        key: ++keys,
        kind,
        heading: '',
        headingEn: '',
        text: '',
        textEn: '',
        department: '',
        dimension: '',
        indicator: '',
    };
}

export function draftOf(content: OfKpi['BriefingContent']): ContentDraft {
    return {
        masthead: content.masthead,
        mastheadEn: content.mastheadEn ?? '',
        organisation: content.organisation,
        organisationEn: content.organisationEn ?? '',
        title: content.title,
        titleEn: content.titleEn ?? '',
        footer: content.footer,
        footerEn: content.footerEn ?? '',
        sections: content.sections.map(({ kind, title, titleEn, blocks }) => ({
            kind,
            title,
            titleEn: titleEn ?? '',
            blocks: blocks.map((block) => ({
                key: ++keys,
                kind: block.kind,
                heading: block.heading ?? '',
                headingEn: block.headingEn ?? '',
                text: block.text ?? '',
                textEn: block.textEn ?? '',
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
        mastheadEn: given(draft.mastheadEn),
        organisationEn: given(draft.organisationEn),
        titleEn: given(draft.titleEn),
        footerEn: given(draft.footerEn),
        sections: draft.sections.map((section) => ({
            kind: section.kind,
            title: section.title,
            titleEn: given(section.titleEn),
            blocks: section.blocks.map(({ kind, department, dimension, indicator, ...words }) =>
                kind === 'TEXT'
                    ? {
                          kind,
                          heading: given(words.heading),
                          headingEn: given(words.headingEn),
                          text: words.text,
                          textEn: given(words.textEn),
                      }
                    : {
                          kind,
                          heading: given(words.heading),
                          headingEn: given(words.headingEn),
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
