// One step of the Maven build, left out when nothing it depends on has changed: node build/step.mjs install|build
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MADE_HERE = ['node_modules', 'target'];
/** Whose types the console is built with. */
const INTERFACES = ['gateway', 'survey-service', 'feedback-service', 'kpi-service'].map(
    (service) => `../${service}/api/openapi.yaml`,
);

const steps = {
    install: { run: ['ci'], inputs: ['package.json', 'package-lock.json', '.npmrc'], stamp: 'node_modules/.installed' },
    build: { run: ['run', 'build'], inputs: [...sources('.'), ...INTERFACES], stamp: 'target/.built' },
};

const { run, inputs, stamp } = steps[process.argv[2]];
const digest = digestOf(inputs);
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
    execFileSync('npm', [...run, '--no-progress'], { stdio: 'inherit' });
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, digest);
}

function sources(folder) {
    return readdirSync(folder, { withFileTypes: true })
        .filter((file) => !MADE_HERE.includes(file.name))
        .flatMap((file) => (file.isDirectory() ? sources(join(folder, file.name)) : [join(folder, file.name)]))
        .sort();
}

function digestOf(files) {
    const digest = createHash('sha256').update(process.version);
    files.forEach((file) => digest.update(file).update(readFileSync(file)));
    return digest.digest('hex');
}
