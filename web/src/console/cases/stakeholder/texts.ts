import { catalogue } from '../../i18n/catalogue';

export const stakeholderTexts = catalogue(
    {
        title: '诉求人',
        nobody: '没有登记诉求人的联系方式。',
        byReceipt: '办结后，答卷人可以凭回执查看处理结果并确认；要主动请其确认，请先登记联系方式。',
        unvouched: '联系方式由承办部门登记，可用于回电；办公室核实之前，确认请求不会发往这里。',
        vouch: '已核实',
        vouched: '已核实，确认请求将发往这里。',
        edit: '登记或更正',
        editTitle: '诉求人联系方式',
        editNote: '办理过程中只记录更正了哪几项，不记录内容。事项待确认时，更正后会向新的联系方式发出确认请求。',
        name: '姓名',
        save: '保存',
        saved: '已保存。',
        answersNote: '答卷人在问卷里留下的联系方式，只用于回电。每次查看都会记入审计。',
        looks: '谁查看过',
        looksNone: '还没有人查看过。',
        show: '查看答卷里的联系方式',
        none: '没有可以查看的联系方式：答卷人没有留下，或答卷是匿名的、已经撤回。',
        use: '填入',
    },
    {
        title: 'Stakeholder',
        nobody: 'Nobody has written down how to reach the stakeholder.',
        byReceipt:
            'Once the case is resolved, the respondent reads what was done and confirms by their receipt. To have them asked, write down how to reach them.',
        unvouched:
            'The department has written this down, for calling back. Until the office has checked it, nobody is asked there to confirm.',
        vouch: 'I have checked it',
        vouched: 'Checked: they are asked there.',
        edit: 'Enter or correct',
        editTitle: 'How to reach the stakeholder',
        editNote:
            'The timeline says which parts were corrected and never to what. While the case waits to be confirmed, the new contact is asked at once.',
        name: 'Name',
        save: 'Save',
        saved: 'Saved.',
        answersNote: 'What they left in the questionnaire, for calling back only. Each look is put on record.',
        looks: 'Who has looked',
        looksNone: 'Nobody has looked.',
        show: 'Show what they left',
        none: 'There is nothing to show: they left nothing, or the response is anonymous or was withdrawn.',
        use: 'Fill in',
    },
);
