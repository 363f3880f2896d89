import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

export interface Page {
    file: string;
    /** Where the gateway shows it; a star stands for one segment, two at the end for any number of them, none included. */
    route: string;
    worksOfflineUnder?: string;
    /** Most bytes, gzipped, of everything the page loads before it can be used. */
    firstLoadBudget?: number;
    /** What the page imports dynamically is not loaded by everybody, and not counted. */
    inParts?: boolean;
}

const SERVICE_WORKER = 'service-worker.js';
// Not HTML: the gateway writes who asks into it.
const TEXT = /\.(js|css|svg|webmanifest)$/;
const WORTH_COMPRESSING = 1024;
/** Fetched by the few who choose one of these languages, and neither counted nor kept for everybody else. */
const ON_REQUEST = /\/survey-core\/fesm\/i18n\//;

/**
 * Several pages in one build: each with an HTML file of its own. Tells the gateway what there is (contents.json), tells
 * the service worker what to keep, and fails when a page has become too heavy.
 */
export function pages(all: Record<string, Page>): Plugin {
    return {
        name: 'huisheng-pages',
        apply: 'build',
        config: () => ({
            build: {
                rolldownOptions: {
                    input: {
                        ...Object.fromEntries(Object.entries(all).map(([name, page]) => [name, page.file])),
                        'service-worker': 'src/offline/serviceWorker.ts',
                    },
                    output: {
                        entryFileNames: (chunk) =>
                            chunk.name === 'service-worker' ? SERVICE_WORKER : 'assets/[name]-[hash].js',
                    },
                },
            },
        }),
        configureServer(server) {
            // As the gateway does it.
            server.middlewares.use((request, _response, next) => {
                const page = Object.values(all).find(({ route }) => isShownAt(route, request.url ?? ''));
                request.url = page === undefined ? request.url : `/${page.file}`;
                next();
            });
        },
        writeBundle(options, bundle) {
            const folder = options.dir ?? '';
            fillInServiceWorker(folder, all, bundle);
            const names = readdirSync(folder, { recursive: true, withFileTypes: true })
                .filter((file) => file.isFile())
                .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
                .sort();
            const gzipped = names.filter((name) => compress(folder, name));
            const sizeOf = (name: string) => statSync(join(folder, gzipped.includes(name) ? `${name}.gz` : name)).size;
            for (const page of Object.values(all)) {
                const size = firstLoad(page, bundle).reduce((sum, name) => sum + sizeOf(name), 0);
                this.info(`${page.route} loads ${Math.round(size / 1000)} KB gzipped`);
                if (page.firstLoadBudget !== undefined && size > page.firstLoadBudget) {
                    this.error(`${page.route} loads ${size} bytes gzipped; its budget is ${page.firstLoadBudget}`);
                }
            }
            const routes = Object.fromEntries(Object.values(all).map((page) => [page.route, page.file]));
            // Here, or the gateway would go through all of them at each start.
            const files = Object.fromEntries(names.map((name) => [name, digestOf(join(folder, name))]));
            writeFileSync(join(folder, 'contents.json'), JSON.stringify({ routes, files, gzipped }));
        },
    };
}

function isShownAt(route: string, url: string): boolean {
    const path = url.split('?')[0] ?? '';
    return route.endsWith('/**')
        ? path === route.slice(0, -3) || path.startsWith(route.slice(0, -2))
        : path === route || (route.endsWith('*') && path.replace(/[^/]+$/, '*') === route);
}

function digestOf(path: string): string {
    return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 32);
}

/** Writes the file's gzipped form beside it if that is worth it. */
function compress(folder: string, name: string): boolean {
    const plain = readFileSync(join(folder, name));
    if (!TEXT.test(name) || plain.length < WORTH_COMPRESSING) {
        return false;
    }
    writeFileSync(join(folder, `${name}.gz`), gzipSync(plain, { level: 9 }));
    return true;
}

/** The page, and all its scripts and styles, those it loads a moment later included. */
function firstLoad(page: Page, bundle: Rollup.OutputBundle): string[] {
    const found = new Set([page.file]);
    const visit = (name: string) => {
        const chunk = bundle[name];
        if (found.has(name) || chunk?.type !== 'chunk' || ON_REQUEST.test(chunk.facadeModuleId ?? '')) {
            return;
        }
        found.add(name);
        chunk.viteMetadata?.importedCss.forEach((css) => found.add(css));
        chunk.viteMetadata?.importedAssets.forEach((asset) => found.add(asset));
        [...chunk.imports, ...(page.inParts ? [] : chunk.dynamicImports)].forEach(visit);
    };
    Object.values(bundle)
        .filter((output) => output.type === 'chunk' && output.facadeModuleId?.endsWith(`/${page.file}`))
        .forEach((entry) => visit(entry.fileName));
    return [...found];
}

function fillInServiceWorker(folder: string, all: Record<string, Page>, bundle: Rollup.OutputBundle): void {
    const shells = Object.fromEntries(
        Object.values(all).flatMap((page) =>
            page.worksOfflineUnder ? [[page.worksOfflineUnder, shell(folder, page, bundle)]] : [],
        ),
    );
    const path = join(folder, SERVICE_WORKER);
    const script = readFileSync(path, 'utf8');
    if (!script.includes('__SHELLS__')) {
        throw new Error('The service worker has no place for what it should keep');
    }
    writeFileSync(
        path,
        script.replace('__SHELLS__', () => JSON.stringify(shells)),
    );
}

function shell(folder: string, page: Page, bundle: Rollup.OutputBundle) {
    const names = firstLoad(page, bundle).sort();
    const digest = createHash('sha256');
    names.forEach((name) => digest.update(readFileSync(join(folder, name))));
    return {
        version: digest.digest('hex').slice(0, 12),
        page: `/${page.file}`,
        files: ['/favicon.svg', ...names.map((name) => `/${name}`)],
    };
}
