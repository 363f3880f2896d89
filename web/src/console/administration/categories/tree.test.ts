import { expect, it } from 'vitest';
import { branches, type Category } from './tree';

function category(code: string, parent: string | null): Category {
    return { code, parent, name: code, nameEn: code, severity: 'NORMAL', department: null, active: true };
}

it('children stand below their parent, however they come', () => {
    const all = [category('a', null), category('b', null), category('b.c', 'b'), category('a.d', 'a')];

    expect(branches(all).map(({ category: { code }, depth }) => `${depth} ${code}`)).toEqual([
        '0 a',
        '1 a.d',
        '0 b',
        '1 b.c',
    ]);
});

it('none is lost whose parent is unknown', () => {
    expect(branches([category('x.y', 'x')])).toHaveLength(1);
});
