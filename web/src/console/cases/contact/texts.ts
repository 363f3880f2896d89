import { catalogue } from '../../i18n/catalogue';

export const contactTexts = catalogue(
    {
        title: '答卷人联系方式',
        note: '答卷人在问卷里留下的联系方式，只用于回电。每次查看都会记入审计。',
        show: '查看联系方式',
        looks: '谁查看过',
        looksNone: '还没有人查看过。',
        none: '没有可以查看的联系方式：答卷人没有留下，或答卷是匿名的、已经撤回。',
    },
    {
        title: 'How to reach the respondent',
        note: 'What they left in the questionnaire, for calling back only. Each look is put on record.',
        show: 'Show how to reach them',
        looks: 'Who has looked',
        looksNone: 'Nobody has looked.',
        none: 'There is nothing to show: they left nothing, or the response is anonymous or was withdrawn.',
    },
);
