import { catalogue } from '../../i18n/catalogue';

export const caseViewTexts = catalogue(
    {
        title: (count: number) => `已存视图（${count}）`,
        none: '还没有存过视图。先筛选，再保存。',
        save: '保存当前筛选',
        name: '视图名称',
        share: '所有同事都能看到',
        sharedBy: (owner: string) => `${owner} 共享`,
        dropNamed: (name: string) => `删除视图：${name}`,
        dropText: '只删除这个视图，事项不受影响。',
        dropShared: '这是共享视图，删除后其他同事也看不到了。',
    },
    {
        title: (count: number) => `Saved views (${count})`,
        none: 'No views yet. Filter the list, then save it.',
        save: 'Save this filter',
        name: 'Name of the view',
        share: 'For all colleagues',
        sharedBy: (owner: string) => `Shared by ${owner}`,
        dropNamed: (name: string) => `Delete the view: ${name}`,
        dropText: 'Only the view goes. The cases stay.',
        dropShared: 'This view is shared: it goes for all colleagues.',
    },
);
