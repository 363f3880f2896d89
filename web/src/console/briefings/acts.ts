import type { OfKpi } from '../api';

export type Act = 'submit' | 'discard' | 'publish' | 'giveBack';

/** What somebody may do about an issue; who has written in it does not approve it. */
export function actsOn(
    { status, authors }: Pick<OfKpi['BriefingView'], 'status' | 'authors'>,
    isOffice: boolean,
    isLeader: boolean,
    username: string,
): Act[] {
    switch (status) {
        case 'DRAFT':
            return isOffice ? ['submit', 'discard'] : [];
        case 'SUBMITTED':
            return !isLeader ? [] : authors.includes(username) ? ['giveBack'] : ['publish', 'giveBack'];
        case 'PUBLISHED':
            return [];
    }
}
