import { answer, api, NoAnswer, Refused, type OfGateway } from '../api';
import { begin, end, session, type Session } from '.';

type SignedOut = OfGateway['SignedOutView'];

/** Who is signed in already, from an earlier visit or another tab. */
export async function resume(): Promise<void> {
    try {
        begin((await answer(api.GET('/api/auth/v1/sessions/current'))) as Session);
    } catch (failure) {
        if (failure instanceof Refused && failure.status === 401) {
            end();
        } else {
            throw failure;
        }
    }
}

export async function signIn(username: string, password: string): Promise<void> {
    begin((await answer(api.POST('/api/auth/v1/sessions', { body: { username, password } }))) as Session);
}

/** Where people sign in who have an account with an OIDC provider; undefined if there is none. */
export async function providerSignIn(): Promise<string | undefined> {
    const { signIn } = (await answer(api.GET('/api/auth/v1/provider'))) as { signIn?: string | null };
    return signIn ?? undefined;
}

export async function signOut(): Promise<void> {
    let further: SignedOut | undefined;
    try {
        further = await answer(api.DELETE('/api/auth/v1/sessions/current'));
    } catch (failure) {
        if (failure instanceof NoAnswer) {
            throw failure; // Still signed in, and who leaves the desk must know.
        }
    }
    leave(further);
}

export async function signOutEverywhere(): Promise<void> {
    leave(await answer(api.DELETE('/api/auth/v1/sessions')));
}

/** Nothing further after a password; whom a provider vouched for signs out there, too, and is sent back. */
function leave(further: SignedOut | undefined): void {
    end();
    if (further?.signOut) {
        location.assign(further.signOut);
    }
}

export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
    await answer(api.PUT('/api/auth/v1/password', { body: { currentPassword, newPassword } }));
    if (session.value !== null) {
        // The new password may have made a new session, with a token of its own.
        await resume();
    }
}
