import { expect, it } from 'vitest';
import { sha256 } from './sha256';

it('a hash is the one sha256sum prints', async () => {
    expect(await sha256(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
