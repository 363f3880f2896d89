/** The hash of a file, in hexadecimal; nothing where the browser has no means for it, as over plain HTTP. */
export async function sha256(file: Blob): Promise<string | undefined> {
    if (globalThis.crypto?.subtle === undefined) {
        return undefined;
    }
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
