import { describe, expect, it } from 'vitest';
import { emptyForm, formOf, requestOf, type StoryWhole } from './form';

describe('the form of a story', () => {
    it('says nothing in English if nothing was written in it', () => {
        const request = requestOf({ ...emptyForm('DIST'), title: '亮灯', titleEn: '  ' }, 's');

        expect(request).toMatchObject({ id: 's', department: 'DIST', title: '亮灯', pictures: [] });
        expect(request.titleEn).toBeUndefined();
    });

    it('is the same again when it is read back', () => {
        const whole = {
            story: { department: 'DIST', title: '亮灯', summary: '短' },
            body: '长',
            cases: ['c'],
            projects: [],
            pictures: [{ picture: 'p', words: '灯', wordsEn: null }],
        } as unknown as StoryWhole;

        expect(requestOf(formOf(whole))).toMatchObject({
            title: '亮灯',
            summary: '短',
            body: '长',
            cases: ['c'],
            pictures: [{ picture: 'p', words: '灯', wordsEn: undefined }],
        });
    });
});
