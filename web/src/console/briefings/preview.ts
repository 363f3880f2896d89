import { locale } from '../../i18n';
import type { BlockDraft, ContentDraft, Edition, EditionBlock, Figure } from './draft';

export interface PreviewBlock {
    kind: EditionBlock['kind'];
    heading: string;
    paragraphs: { text?: string; figure?: Figure }[][];
    figures: Figure[];
    /** What it shows is known once it is saved. */
    pending: boolean;
}

export interface PreviewSection {
    title: string;
    blocks: PreviewBlock[];
}

const FIGURE = /\{([A-Z][A-Z0-9_]{0,31})(?:\/([A-Za-z0-9][A-Za-z0-9._-]{0,63}))?\}/g;

/** What stands on papers in the language that is spoken: what nobody wrote in English stands there as it was written. */
export function spoken(chinese: string, english?: string | null): string {
    return locale.value === 'en' && english ? english : chinese;
}

/** As the service has filled it. */
export function filled(edition: Edition): PreviewSection[] {
    return edition.sections.map(({ title, titleEn, blocks }) => ({
        title: spoken(title, titleEn),
        blocks: blocks.map((block) => ({
            kind: block.kind,
            heading: spoken(block.heading ?? '', block.headingEn),
            paragraphs: ((locale.value === 'en' && block.paragraphsEn) || block.paragraphs).map((runs) =>
                runs.map(({ text, figure }) =>
                    figure ? { figure: edition.figures[figure - 1] } : { text: text ?? '' },
                ),
            ),
            figures: figuresOf(edition, block),
            pending: false,
        })),
    }));
}

/** Words as they are being written, everything else as it was last saved, wherever it has been moved since. */
export function live(draft: ContentDraft, saved: ContentDraft, edition: Edition): PreviewSection[] {
    const known = new Map<string, EditionBlock>();
    saved.sections.forEach(({ blocks }, section) =>
        blocks.forEach((block, place) => {
            const found = edition.sections[section]?.blocks[place];
            if (found !== undefined) {
                known.set(asked(block), found);
            }
        }),
    );
    return draft.sections.map(({ title, titleEn, blocks }) => ({
        title: spoken(title, titleEn),
        blocks: blocks.map((block) => {
            const found = known.get(asked(block));
            const words = block.kind === 'TEXT';
            return {
                kind: block.kind,
                heading: spoken(block.heading, block.headingEn),
                paragraphs: words ? paragraphs(spoken(block.text, block.textEn), edition) : [],
                figures: words || found === undefined ? [] : figuresOf(edition, found),
                pending: !words && found === undefined,
            };
        }),
    }));
}

function asked({ kind, department, dimension, indicator }: BlockDraft): string {
    return [kind, department, dimension, indicator].join(' ');
}

function figuresOf(edition: Edition, block: EditionBlock): Figure[] {
    return block.figures.flatMap((number) => edition.figures[number - 1] ?? []);
}

function paragraphs(text: string, edition: Edition): PreviewBlock['paragraphs'] {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => {
            const runs: PreviewBlock['paragraphs'][number] = [];
            let from = 0;
            for (const match of line.matchAll(FIGURE)) {
                const figure = edition.figures.find(
                    (each) =>
                        each.department === match[1] &&
                        (each.indicator ?? undefined) === match[2] &&
                        each.period === edition.period,
                );
                if (figure !== undefined) {
                    runs.push({ text: line.slice(from, match.index) }, { figure });
                    from = match.index + match[0].length;
                }
            }
            return [...runs, { text: line.slice(from) }].filter((run) => run.text !== '');
        });
}

export function departmentOf({ departmentName, departmentNameEn }: Figure): string {
    return spoken(departmentName, departmentNameEn);
}

export function nameOf({ name, nameEn }: Figure): string {
    return spoken(name, nameEn);
}

/** The number that stands for it. */
export function shown(figure: Figure): number | undefined {
    const number = figure.indicator ? figure.value : figure.score;
    return number === null || number === undefined ? undefined : Number(number);
}

/** What the longest bar stands for: 100, or more; where things are counted, the most there are. */
export function largestOf(figures: Figure[]): number {
    const numbers = figures.flatMap((figure) => shown(figure) ?? []);
    const counted = figures.every((figure) => figure.counted || shown(figure) === undefined);
    return Math.max(counted && numbers.length > 0 ? 1 : 100, ...numbers);
}
