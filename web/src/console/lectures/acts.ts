import type { OfFeedback } from '../api';
import type { Role } from '../session';

export type LectureAct = 'revise' | 'open' | 'add' | 'hold' | 'cancel';

export interface Who {
    roles: Role[];
    department: string | null;
}

export function mayRun(lecture: Pick<OfFeedback['LectureLine'], 'department'>, who: Who): boolean {
    return who.roles.includes('OFFICE') || (who.roles.includes('LIAISON') && who.department === lecture.department);
}

/** What there is to be done with a lecture. The service decides; this is for not offering in vain. */
export function actsOn(lecture: Pick<OfFeedback['LectureLine'], 'department' | 'status'>, who: Who): LectureAct[] {
    const acts: Record<OfFeedback['LectureStatus'], LectureAct[]> = {
        PLANNED: ['revise', 'cancel', 'open'],
        OPEN: ['revise', 'cancel', 'add', 'hold'],
        HELD: [],
        CANCELLED: [],
    };
    return mayRun(lecture, who) ? acts[lecture.status] : [];
}
