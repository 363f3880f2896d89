import type { Plugin } from 'vite';

const IMPORT = /import\s*\{([^}]*)\}\s*from\s*['"]element-plus['"];?/g;

/** Each component of Element Plus that a module imports brings its style along, and no other does. */
export function elementStyles(): Plugin {
    return {
        name: 'huisheng-element-styles',
        enforce: 'post',
        // Tests show nothing, and Node reads no style.
        apply: (_config, { mode }) => mode !== 'test',
        transform(code, id) {
            if (!id.includes('/src/console/') || !code.includes('element-plus')) {
                return null;
            }
            return { code: code.replace(IMPORT, (found, names: string) => found + styles(names)), map: null };
        },
    };
}

function styles(names: string): string {
    return names
        .split(',')
        .map((name) => name.trim().split(/\s+as\s+/)[0] ?? '')
        .filter((name) => /^El[A-Z]/.test(name))
        .map((name) => `\nimport 'element-plus/es/components/${kebab(name)}/style/css';`)
        .join('');
}

function kebab(name: string): string {
    return name
        .slice(2)
        .replace(/\B([A-Z])/g, '-$1')
        .toLowerCase();
}
