import { describe, expect, it } from 'vitest';
import { fileName, fileOf } from './surveyFile';

describe('a survey in a file', () => {
    it('is read as it was written', () => {
        const file = { format: 'huisheng-survey-1', title: '开放日', side: 'CUSTOMER', definition: {}, measures: [] };

        expect(fileOf(JSON.stringify(file))).toEqual(file);
    });

    it.each(['', 'no JSON', 'null', '[]', '{"pages": []}', '{"format": 1, "title": "x", "definition": {}}'])(
        'is nothing else: %s',
        (text) => expect(fileOf(text)).toBeUndefined(),
    );

    it('has a name that every file system takes', () => {
        expect(fileName('开放日 2026/11', 3)).toBe('开放日-2026-11-v3.json');
        expect(fileName('../..')).toBe('survey.json');
    });
});
