import { catalogue } from '../../i18n/catalogue';

export const duplicateTexts = catalogue(
    {
        title: '重复事项',
        none: '没有事项并入。',
        here: '以下事项已并入本事项，由本事项一并办理：',
        similar: '查找相似事项',
        similarText: (days: number) => `前后 ${days} 天内同单位或同类别的事项。并入后，本事项由所选事项一并办理。`,
        similarNone: '没有找到相似事项。',
        sameOrganisation: '同一单位',
        merge: '并入',
        mergeInto: (title: string) => `并入：${title}`,
        mergeText: (title: string) => `本事项将并入“${title}”，诉求人会收到那一件的进展。`,
        merged: '本事项已并案，由另一事项继续办理：',
        survivor: '打开并入的事项',
        separate: '拆分',
        separateText: '拆分后，本事项恢复到并案前的状态，单独办理。',
    },
    {
        title: 'Duplicates',
        none: 'Nothing was merged into this.',
        here: 'These were merged into this case, which goes on for them:',
        similar: 'Look for similar cases',
        similarText: (days: number) =>
            `Of the same organisation or category, up to ${days} days before and after. The one chosen goes on for this.`,
        similarNone: 'No similar cases.',
        sameOrganisation: 'Same organisation',
        merge: 'Merge into it',
        mergeInto: (title: string) => `Merge into it: ${title}`,
        mergeText: (title: string) =>
            `This case ends as a part of “${title}”. Its stakeholder hears what becomes of that one.`,
        merged: 'This case was merged. Another one goes on for it:',
        survivor: 'Open that case',
        separate: 'Separate',
        separateText: 'The case is one of its own again, where it was left.',
    },
);
