import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { elementStyles } from './build/elementStyles.ts';
import { pages } from './build/pages.ts';

export default defineConfig({
    plugins: [
        vue(),
        elementStyles(),
        pages({
            respond: { file: 'respond.html', route: '/s/*', worksOfflineUnder: '/s/', firstLoadBudget: 600_000 },
            receipt: { file: 'receipt.html', route: '/r/*' },
            confirm: { file: 'confirm.html', route: '/c/*' },
            inquiry: { file: 'inquiry.html', route: '/a/*' },
            lecture: { file: 'lecture.html', route: '/l/*', firstLoadBudget: 100_000 },
            box: { file: 'box.html', route: '/box', firstLoadBudget: 100_000 },
            stories: { file: 'stories.html', route: '/stories/**', firstLoadBudget: 100_000 },
            outcomes: { file: 'outcomes.html', route: '/outcomes', firstLoadBudget: 100_000 },
            kiosk: { file: 'kiosk.html', route: '/kiosk', worksOfflineUnder: '/kiosk' },
            // Before the console, below which it lies: surveyors open it where there is no network.
            field: {
                file: 'field.html',
                route: '/console/visits/mine',
                worksOfflineUnder: '/console/visits/mine',
                firstLoadBudget: 150_000,
            },
            // Its own router tells what is where, and fetches each page when somebody goes there.
            console: { file: 'console.html', route: '/console/**', inParts: true, firstLoadBudget: 200_000 },
        }),
    ],
    build: {
        // Straight into what Maven packs; the gateway finds it on its class path.
        outDir: 'target/classes/web-pages',
        target: 'es2022',
        // survey-core is one module and cannot be split.
        chunkSizeWarningLimit: 1500,
    },
    server: {
        // A running stack: HUISHENG=http://127.0.0.1:8080 npm run dev
        proxy: Object.fromEntries(
            ['/api', '/q', '/odata'].map((path) => [path, process.env.HUISHENG ?? 'http://127.0.0.1:8080']),
        ),
    },
    test: {
        environment: 'node',
        setupFiles: ['src/testing/browser.ts'],
    },
});
