import { describe, expect, it } from 'vitest';
import { dialled, isTelephone } from './telephone';

describe('a telephone number', () => {
    it('is dialled as it is written, the extension after a pause', () => {
        expect(dialled('139 0000 1111')).toBe('tel:13900001111');
        expect(dialled('0571-8888 转801')).toBe('tel:05718888,801');
        expect(dialled('+86 (571) 8888 ext. 3')).toBe('tel:+865718888,3');
    });

    it('is told from a name by its looks', () => {
        expect(isTelephone('０５７１－８８８８１２３４')).toBe(true);
        expect(isTelephone('8888 转 801')).toBe(true);
        expect(isTelephone('王某')).toBe(false);
        expect(isTelephone('13900001111;13900002222')).toBe(false);
    });
});
