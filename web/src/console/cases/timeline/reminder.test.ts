import { describe, expect, it } from 'vitest';
import { parseReminder } from './reminder';

describe('a reminder of a time limit', () => {
    it('says which, whom and by when', () => {
        expect(parseReminder('RESOLUTION 2 → OFFICE, 2025-12-19T09:30:00Z')).toEqual({
            clock: 'RESOLUTION',
            to: 'OFFICE',
            dueAt: '2025-12-19T09:30:00Z',
        });
    });

    it('is left as it stands when it is written otherwise', () => {
        expect(parseReminder('RESOLUTION 2 → NOBODY, 2025-12-19T09:30:00Z')).toBeUndefined();
        expect(parseReminder('RESOLUTION 2 → OFFICE, soon')).toBeUndefined();
        expect(parseReminder('请尽快')).toBeUndefined();
    });
});
