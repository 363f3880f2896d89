import type { Role } from '../session';

export interface Subject {
    route: string;
    roles: Role[];
}

/** In the order in which they stand side by side; who may see nothing of the first is led to the next. */
export const SUBJECTS = [
    { route: 'users', roles: ['ADMIN'] },
    { route: 'departments', roles: ['ADMIN'] },
    { route: 'categories', roles: ['ADMIN', 'OFFICE'] },
    { route: 'limits', roles: ['ADMIN', 'OFFICE', 'LEADER'] },
    { route: 'calendars', roles: ['ADMIN', 'OFFICE', 'LEADER'] },
    { route: 'recipients', roles: ['ADMIN', 'OFFICE'] },
    { route: 'notices', roles: ['ADMIN', 'OFFICE'] },
    { route: 'keys', roles: ['ADMIN'] },
    { route: 'operations', roles: ['ADMIN'] },
    { route: 'rebuilds', roles: ['ADMIN'] },
    { route: 'archives', roles: ['ADMIN'] },
] as const satisfies Subject[];

export type SubjectName = (typeof SUBJECTS)[number]['route'];

export function rolesOf(name: SubjectName): Role[] {
    return [...SUBJECTS.find(({ route }) => route === name)!.roles];
}
