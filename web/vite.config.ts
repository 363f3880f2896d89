import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { pages } from './build/pages.ts';

export default defineConfig({
    plugins: [
        vue(),
        pages({
            respond: { file: 'respond.html', route: '/s/*', worksOfflineUnder: '/s/', firstLoadBudget: 600_000 },
            receipt: { file: 'receipt.html', route: '/r/*' },
            confirm: { file: 'confirm.html', route: '/c/*' },
            kiosk: { file: 'kiosk.html', route: '/kiosk', worksOfflineUnder: '/kiosk' },
        }),
    ],
    build: {
        // Straight into what Maven packs; the gateway finds it on its class path.
        outDir: 'target/classes/web-pages',
        target: 'es2022',
        // survey-core is one module and cannot be split.
        chunkSizeWarningLimit: 1500,
    },
    test: {
        environment: 'node',
        setupFiles: ['src/testing/browser.ts'],
    },
});
