import { catalogue } from '../../i18n/catalogue';

export const caseFileTexts = catalogue(
    {
        title: '附件',
        none: '没有附件。',
        attach: '添加附件',
        file: '文件',
        fileHelp: '图片、PDF 和办公文档，单个不超过 20 MB。',
        visibility: '谁能看到',
        visibilityHelp: '给诉求人看的附件会出现在回访页面上，添加后不能收回。',
        visibilities: { INTERNAL: '内部', STAKEHOLDER: '诉求人可见' },
    },
    {
        title: 'Files',
        none: 'No files.',
        attach: 'Attach a file',
        file: 'File',
        fileHelp: 'Pictures, PDF and office documents, up to 20 MB each.',
        visibility: 'Who sees it',
        visibilityHelp: 'What the stakeholder may see is on the page that asks them, and cannot be taken back.',
        visibilities: { INTERNAL: 'Colleagues', STAKEHOLDER: 'The stakeholder too' },
    },
);
