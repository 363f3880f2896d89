import { describe, expect, it } from 'vitest';
import { coveredBy, emptyForm, emptyParty, formOf, numberOf, requestOf, type ProjectView } from './form';

describe('the form of an initiation report', () => {
    it('adds shares up to the cent', () => {
        expect(coveredBy([{ share: '0.10' }, { share: '0.20' }, { share: 'x' }])).toBe(0.3);
    });

    it('sends no number for what is none', () => {
        expect(['12.50', ' 3 ', '1e9', '', '-2', '1,5'].map(numberOf)).toEqual([
            12.5,
            3,
            undefined,
            undefined,
            -2,
            undefined,
        ]);
    });

    it('leaves out the lines nobody has begun', () => {
        const form = emptyForm(2026, 'DIST');
        form.parties = [{ ...emptyParty(), name: '社区' }];
        form.milestones.push({ key: 'm', title: ' 排查 ', dueOn: '' });

        const request = requestOf(form, 'p');

        expect(request).toMatchObject({
            id: 'p',
            year: 2026,
            department: 'DIST',
            stakeholders: [{ name: '社区', actions: [] }],
        });
        expect(request.milestones).toEqual([{ title: '排查', dueOn: undefined }]);
        expect(request.indicators).toEqual([]);
    });

    it('is the same again when it is read back', () => {
        const view = {
            project: {
                name: '亮灯',
                department: 'DIST',
                year: 2026,
                beginsOn: '2026-01-01',
                endsOn: '2026-12-31',
            },
            problem: '黑',
            goal: '亮',
            budget: 10.5,
            stakeholders: [
                {
                    name: '媒体',
                    willingness: 'HIGH',
                    resources: '报道',
                    affordableCost: 20,
                    share: 10.5,
                    role: '披露',
                    actions: [{ number: 1, title: '跟进', dueOn: '2026-05-01' }],
                },
            ],
            milestones: [{ number: 1, title: '排查', dueOn: '2026-03-31' }],
            indicators: [{ number: 1, name: '摔伤', unit: '起', direction: 'DOWN', valueBefore: 3 }],
        } as unknown as ProjectView;

        expect(requestOf(formOf(view))).toMatchObject({
            name: '亮灯',
            budget: 10.5,
            stakeholders: [{ name: '媒体', side: undefined, share: 10.5, actions: [{ dueOn: '2026-05-01' }] }],
            indicators: [{ direction: 'DOWN', valueBefore: 3 }],
        });
    });
});
