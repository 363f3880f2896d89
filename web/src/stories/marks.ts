/**
 * A story's text as what is shown. It knows few marks: `## ` a heading, `- ` a line of a list, `> ` a quotation, `**bold**`. All
 * else is text, whatever it looks like, so nothing a story says is taken for markup.
 */
export interface Run {
    text: string;
    bold: boolean;
}

export type Block = { kind: 'heading' | 'text' | 'quote'; runs: Run[] } | { kind: 'list'; items: Run[][] };

export function blocksOf(story: string): Block[] {
    const blocks: Block[] = [];
    let before = '';
    for (const line of story.split(/\r?\n/).map((each) => each.trim())) {
        add(blocks, line, before !== '');
        before = line;
    }
    return blocks;
}

/** @param goesOn whether the line before was not empty: then this one belongs to what it was of */
function add(blocks: Block[], line: string, goesOn: boolean): void {
    const last = goesOn ? blocks.at(-1) : undefined;
    if (line === '') {
        return;
    }
    if (line.startsWith('## ')) {
        blocks.push({ kind: 'heading', runs: runsOf(line.slice(3)) });
    } else if (line.startsWith('- ')) {
        if (last?.kind === 'list') {
            last.items.push(runsOf(line.slice(2)));
        } else {
            blocks.push({ kind: 'list', items: [runsOf(line.slice(2))] });
        }
    } else {
        const quoted = line.startsWith('> ');
        const runs = runsOf(quoted ? line.slice(2) : line);
        const kind = quoted ? 'quote' : 'text';
        if (last?.kind === kind) {
            last.runs.push({ text: '\n', bold: false }, ...runs);
        } else {
            blocks.push({ kind, runs });
        }
    }
}

function runsOf(line: string): Run[] {
    const parts = line.split('**');
    // A mark without its other half is two stars.
    if (parts.length % 2 === 0) {
        const rest = parts.pop();
        parts[parts.length - 1] += `**${rest}`;
    }
    return parts.map((text, place) => ({ text, bold: place % 2 === 1 })).filter(({ text }) => text !== '');
}
