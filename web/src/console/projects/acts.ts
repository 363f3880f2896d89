import type { OfFeedback } from '../api';
import type { Role } from '../session';

export type ProjectAct = 'revise' | 'progress' | 'approve' | 'evaluate' | 'attach' | 'close' | 'tell';

export interface Who {
    name: string;
    roles: Role[];
    department: string | null;
}

/** What there is to be done with a project. The service decides; this is for not offering in vain. */
export function actsOn(
    whole: Pick<OfFeedback['RootProjectView'], 'project' | 'authors' | 'files'>,
    who: Who,
): ProjectAct[] {
    const office = who.roles.includes('OFFICE');
    const works = office || (who.roles.includes('LIAISON') && who.department === whole.project.department);
    const approves = (office || who.roles.includes('LEADER')) && !whole.authors.includes(who.name);
    const acts: Record<OfFeedback['ProjectStage'], [ProjectAct, boolean][]> = {
        INITIATED: [
            ['revise', works],
            ['approve', approves],
            ['attach', works],
        ],
        RUNNING: [
            ['progress', works],
            ['evaluate', works],
            ['attach', works],
        ],
        EVALUATED: [
            ['attach', works],
            ['close', office && whole.files > 0],
            ['tell', works],
        ],
        CLOSED: [['tell', works]],
    };
    return acts[whole.project.stage].filter(([, may]) => may).map(([act]) => act);
}
