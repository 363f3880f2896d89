import { catalogue } from '../../i18n/catalogue';

export const operationTexts = catalogue(
    {
        note: '服务是否就绪，以及哪些消息没有处理成。',
        health: '服务',
        healthNote: (seconds: number) => `每 ${seconds} 秒更新一次。指标和告警见 Prometheus 与 Grafana。`,
        again: '重新检查',
        up: '就绪',
        down: '不可用',
        services: { gateway: '网关', survey: '问卷服务', feedback: '反馈服务', kpi: '考核服务' },
        letters: (service: string) => `死信：${service}`,
        lettersNone: '没有死信。',
        recordedAt: '收录',
        type: '类型',
        unknownType: '未知类型',
        place: '位置',
        reason: '原因',
        acts: '操作',
        replay: '重放',
        replayNamed: (place: string) => `重放：${place}`,
        replayText: (topic: string) =>
            `把这条消息重新送回 ${topic}。先排除原因；仍然处理不了时，它会作为新的死信再次出现。`,
        replayed: '已送回。',
    },
    {
        note: 'Whether the services are ready, and what they could not handle.',
        health: 'Services',
        healthNote: (seconds: number) =>
            `Read every ${seconds} seconds. Metrics and alerts are in Prometheus and Grafana.`,
        again: 'Check again',
        up: 'Ready',
        down: 'Not available',
        services: { gateway: 'Gateway', survey: 'Survey service', feedback: 'Feedback service', kpi: 'KPI service' },
        letters: (service: string) => `Dead letters: ${service}`,
        lettersNone: 'There are no dead letters.',
        recordedAt: 'Put aside',
        type: 'Type',
        unknownType: 'unknown',
        place: 'Place',
        reason: 'Reason',
        acts: 'Actions',
        replay: 'Replay',
        replayNamed: (place: string) => `Replay ${place}`,
        replayText: (topic: string) =>
            `Sends it to ${topic} again. Mend the cause first; if it still cannot be handled, it comes back as a new dead letter.`,
        replayed: 'Sent.',
    },
);
