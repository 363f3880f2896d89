import { afterEach, describe, expect, it } from 'vitest';
import { choose } from '../../i18n';
import { draftOf, moved, newBlock, proposalOf, type Edition, type Figure } from './draft';
import { filled, largestOf, live } from './preview';
import type { OfKpi } from '../api';

const figure = {
    number: 1,
    department: 'DIST',
    departmentName: '配电运检室',
    indicator: 'service',
    name: '服务满意度',
    period: '2026-10',
    state: 'SHOWN',
    value: '75',
    unit: '',
    lineage: 'https://huisheng.example/console/scores/DIST/2026-10/service',
} as unknown as Figure;

const content = {
    masthead: '社责简报',
    organisation: '办公室',
    title: '',
    footer: '',
    sections: [
        {
            kind: 'MANAGEMENT' as const,
            title: '管理推进',
            blocks: [
                {
                    kind: 'TEXT' as const,
                    heading: '会议',
                    text: '满意度 {DIST/service} 分',
                    department: null,
                    indicator: null,
                },
                { kind: 'TABLE' as const, heading: null, text: null, department: 'DIST', indicator: null },
            ],
        },
    ],
} as unknown as OfKpi['BriefingContent'];

const edition = {
    period: '2026-10',
    sections: [
        {
            kind: 'MANAGEMENT',
            title: '管理推进',
            blocks: [
                { kind: 'TEXT', heading: '会议', paragraphs: [[{ text: '满意度 ' }, { figure: 1 }]], figures: [] },
                { kind: 'TABLE', heading: null, paragraphs: [], figures: [1] },
            ],
        },
    ],
    figures: [figure],
} as unknown as Edition;

describe('the preview of an issue', () => {
    afterEach(() => choose('zh-CN'));

    it('is in the language that is spoken, and where nobody wrote English as it was written', () => {
        const bilingual = {
            ...edition,
            sections: [
                {
                    kind: 'MANAGEMENT',
                    title: '管理推进',
                    titleEn: 'Management',
                    blocks: [
                        {
                            kind: 'TEXT',
                            heading: '会议',
                            paragraphs: [[{ text: '满意度 ' }, { figure: 1 }]],
                            paragraphsEn: [[{ text: 'They met.' }]],
                            figures: [],
                        },
                    ],
                },
            ],
        } as unknown as Edition;

        choose('en');
        expect(filled(bilingual)[0]).toMatchObject({
            title: 'Management',
            blocks: [{ heading: '会议', paragraphs: [[{ text: 'They met.' }]] }],
        });
        choose('zh-CN');
        expect(filled(bilingual)[0]).toMatchObject({ title: '管理推进' });
    });

    it('puts figures where their numbers stand', () => {
        const [section] = filled(edition);
        expect(section!.blocks[0]!.paragraphs[0]).toEqual([{ text: '满意度 ' }, { figure }]);
        expect(section!.blocks[1]!.figures).toEqual([figure]);
    });

    it('shows words as they are written, and the figures in them', () => {
        const saved = draftOf(content);
        const draft = draftOf(content);
        draft.sections[0]!.blocks[0]!.text = '第一段\n\n满意度 {DIST/service} 分，{HR} 未知';
        const [section] = live(draft, saved, edition);
        expect(section!.blocks[0]!.paragraphs).toEqual([
            [{ text: '第一段' }],
            [{ text: '满意度 ' }, { figure }, { text: ' 分，{HR} 未知' }],
        ]);
    });

    it('finds what was moved, and waits for what was changed', () => {
        const saved = draftOf(content);
        const draft = draftOf(content);
        const blocks = draft.sections[0]!.blocks;
        draft.sections[0]!.blocks = [...moved(blocks, 1, -1), newBlock('LINE')];
        const [section] = live(draft, saved, edition);
        expect(section!.blocks.map(({ kind, pending }) => [kind, pending])).toEqual([
            ['TABLE', false],
            ['TEXT', false],
            ['LINE', true],
        ]);
        expect(section!.blocks[0]!.figures).toEqual([figure]);
    });
});

describe('what is sent', () => {
    it('has of each block what its kind has', () => {
        const draft = draftOf(content);
        draft.sections[0]!.blocks[1]!.text = 'left over';
        expect(proposalOf(draft).sections[0]!.blocks[1]).toEqual({
            kind: 'TABLE',
            heading: undefined,
            department: 'DIST',
            indicator: undefined,
        });
    });

    it('names a dimension only of a table', () => {
        const dimensions = (['TABLE', 'BARS'] as const).map((kind) => {
            const draft = draftOf(content);
            draft.sections[0]!.blocks = [{ ...newBlock(kind), dimension: 'AWARENESS' }];
            return proposalOf(draft).sections[0]!.blocks[0];
        });
        expect(dimensions).toMatchObject([{ dimension: 'AWARENESS' }, { dimension: undefined }]);
    });

    it('moves nothing past the ends', () => {
        expect(moved([1, 2], 0, -1)).toEqual([1, 2]);
        expect(moved([1, 2], 1, 1)).toEqual([1, 2]);
    });
});

describe('bars', () => {
    const of = (value: string | null, counted: boolean): Figure => ({ ...figure, value, counted }) as unknown as Figure;

    it('lie beside a hundred, and what is counted beside the most there is', () => {
        expect(largestOf([of('75', false)])).toBe(100);
        expect(largestOf([of('104', false)])).toBe(104);
        expect(largestOf([of('1', true), of('3', true), of(null, false)])).toBe(3);
        expect(largestOf([of('3', true), of('75', false)])).toBe(100);
        expect(largestOf([of(null, true)])).toBe(100);
    });
});
