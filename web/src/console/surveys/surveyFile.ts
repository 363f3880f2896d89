import type { OfSurvey } from '../api';

/** What the text of a chosen file holds; undefined if it is no survey's. The rest the service says. */
export function fileOf(text: string): OfSurvey['SurveyFile'] | undefined {
    try {
        const read = JSON.parse(text) as Partial<OfSurvey['SurveyFile']> | null;
        const isOne = typeof read?.format === 'string' && typeof read.title === 'string' && Boolean(read.definition);
        return isOne ? (read as OfSurvey['SurveyFile']) : undefined;
    } catch {
        return undefined;
    }
}

/** A name that every file system takes, whatever a survey is called. */
export function fileName(title: string, version?: number): string {
    const plain = title.replace(/[\\/:*?"<>|\s]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
    return `${plain || 'survey'}${version === undefined ? '' : `-v${version}`}.json`;
}
