import type { BatchResult, LinkTarget, Submission } from '../api/survey';
import { randomUuid } from '../storage/uuid';

export function aResponse(link = 'link-1', answers: Submission['answers'] = { overall: 5 }): Submission {
    return {
        responseId: randomUuid(),
        link,
        version: 1,
        answers,
        startedAt: '2026-11-22T09:00:00Z',
        submittedAt: '2026-11-22T09:01:00Z',
        locale: 'zh-cn',
    };
}

export function accepted({ responseId }: Submission): BatchResult {
    return { responseId, status: 201, receipt: `receipt of ${responseId}` };
}

export function refused({ responseId }: Submission, status: number): BatchResult {
    return { responseId, status, problem: { type: 'urn:huisheng:problem:x', title: 'no', status } };
}

export function anOpenLink(definition: LinkTarget['definition'] = {}): LinkTarget {
    return {
        campaignId: '0199b4a0-0000-7000-8000-000000000000',
        campaign: '社会责任开放日',
        side: 'CUSTOMER',
        version: 1,
        definition,
        locales: ['zh-cn'],
        anonymous: true,
        closesAt: '2028-11-22T00:00:00Z',
        state: 'OPEN',
    };
}
