import { describe, expect, it } from 'vitest';
import { blocksOf } from './marks';

const plain = (text: string) => ({ text, bold: false });

describe('a text with few marks', () => {
    it('has headings, paragraphs, lists and quotations', () => {
        expect(blocksOf('## 背景\n\n灯坏了。\n没人修。\n\n- 排查\n- 维修\n\n> 真亮堂')).toEqual([
            { kind: 'heading', runs: [plain('背景')] },
            { kind: 'text', runs: [plain('灯坏了。'), plain('\n'), plain('没人修。')] },
            { kind: 'list', items: [[plain('排查')], [plain('维修')]] },
            { kind: 'quote', runs: [plain('真亮堂')] },
        ]);
    });

    it('keeps apart what an empty line parts', () => {
        expect(blocksOf('- 一\n\n- 二\n\n甲\n\n乙').map(({ kind }) => kind)).toEqual(['list', 'list', 'text', 'text']);
    });

    it('knows bold, and leaves a mark without its other half', () => {
        expect(blocksOf('共 **891** 盏')).toEqual([
            { kind: 'text', runs: [plain('共 '), { text: '891', bold: true }, plain(' 盏')] },
        ]);
        expect(blocksOf('2 ** 3')).toEqual([{ kind: 'text', runs: [plain('2 ** 3')] }]);
    });

    it('takes nothing else for markup', () => {
        const wild = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) # no';

        expect(blocksOf(wild)).toEqual([{ kind: 'text', runs: [plain(wild)] }]);
        expect(blocksOf('')).toEqual([]);
    });
});
