import type { OfFeedback } from '../api';
import type { Role } from '../session';

export type StoryAct = 'revise' | 'submit' | 'giveBack' | 'publish' | 'choose' | 'withdraw';

export interface Who {
    name: string;
    roles: Role[];
    department: string | null;
}

/** What there is to be done with a story. The service decides; this is for not offering in vain. */
export function actsOn(whole: Pick<OfFeedback['StoryView'], 'story' | 'authors'>, who: Who): StoryAct[] {
    const office = who.roles.includes('OFFICE');
    const works = office || (who.roles.includes('LIAISON') && who.department === whole.story.department);
    const decides = office || who.roles.includes('LEADER');
    const reads = decides && !whole.authors.includes(who.name);
    const acts: Record<OfFeedback['StoryStatus'], [StoryAct, boolean][]> = {
        DRAFT: [
            ['revise', works],
            ['submit', works],
            ['withdraw', decides],
        ],
        SUBMITTED: [
            ['giveBack', reads],
            ['publish', reads],
            ['withdraw', decides],
        ],
        PUBLISHED: [
            ['choose', office],
            ['withdraw', decides],
        ],
        WITHDRAWN: [],
    };
    return acts[whole.story.status].filter(([, may]) => may).map(([act]) => act);
}
