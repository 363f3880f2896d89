import { computed, ref, shallowRef } from 'vue';

export type Role = 'ADMIN' | 'OFFICE' | 'LIAISON' | 'SURVEYOR' | 'LEADER' | 'ANALYST';

export interface Session {
    username: string;
    name: string;
    roles: Role[];
    /** The one a liaison works for; null for all who see every department. */
    department: string | null;
    mustChangePassword: boolean;
    /** Whether an OIDC provider vouches for them, and has their password. */
    foreign: boolean;
    csrfToken: string;
    expiresAt: string;
}

export const session = shallowRef<Session | null>(null);
/** Whether somebody was signed in until the service said no. */
export const ended = ref(false);

export const department = computed(() => session.value?.department ?? null);

export function begin(begun: Session): void {
    ended.value = false;
    session.value = begun;
}

/** The service does not know it any more. */
export function forgetSession(): void {
    ended.value = true;
    session.value = null;
}

export function end(): void {
    ended.value = false;
    session.value = null;
}

/** Whether the user has one of the roles. What a role may do the services decide; this only hides what they would refuse. */
export function may(...roles: Role[]): boolean {
    return session.value?.roles.some((role) => roles.includes(role)) ?? false;
}
