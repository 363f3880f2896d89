import { describe, expect, it } from 'vitest';
import { commonWords } from './words';

const texts = (word: string, times: number) => Array.from({ length: times }, () => word);

describe('words on a wall', () => {
    it('are those that enough people used, the most used first', () => {
        const written = [...texts('食堂', 5), ...texts('停车', 6)];
        expect(commonWords(written, 5, 10).map(({ word }) => word)).toEqual(['停车', '食堂']);
    });

    it('are never those of fewer people, however often one of them wrote it', () => {
        expect(commonWords(['噪音 噪音 噪音 噪音 噪音', ...texts('停车', 5)], 5, 10)).toEqual([
            { word: '停车', texts: 5 },
        ]);
    });

    it('are no numbers, which may be somebody’s, and no words that say nothing', () => {
        expect(commonWords(texts('我们 13800000000 the Canteen', 9), 5, 10)).toEqual([{ word: 'canteen', texts: 9 }]);
    });

    it('are as many as there is room for', () => {
        expect(commonWords(texts('parking canteen shuttle', 5), 5, 2)).toHaveLength(2);
    });
});
