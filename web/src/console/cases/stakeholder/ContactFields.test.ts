import { createSSRApp, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { describe, expect, it } from 'vitest';
import { caseTexts } from '../texts';
import ContactFields from './ContactFields.vue';

function fields(path?: string): Promise<string> {
    const violations = ['/phone', '/stakeholder/phone'].map((each) => ({ path: each, message: `wrong at ${each}` }));
    const given = {
        modelValue: {},
        nameLabel: '姓名',
        path,
        refusal: { title: '', violations, worthRetrying: false, outdated: false },
    };
    return renderToString(createSSRApp({ render: () => h(ContactFields, given) }));
}

describe('the fields of a contact', () => {
    it('are the four there are, with the keys a telephone shows for them', async () => {
        const { organisation, phone, email } = caseTexts.zhCN;
        const shown = await fields();

        for (const words of ['姓名', organisation, phone, email, 'type="tel"', 'type="email"']) {
            expect(shown).toContain(words);
        }
    });

    it('say what is wrong with them where they stand in what is sent', async () => {
        expect(await fields()).toMatch(/wrong at \/phone/);
        expect(await fields()).not.toContain('wrong at /stakeholder');
        expect(await fields('/stakeholder')).toMatch(/wrong at \/stakeholder\/phone/);
        expect(await fields('/stakeholder')).not.toContain('wrong at /phone');
    });
});
