export interface Word {
    word: string;
    /** In how many texts it stands, however often in each. */
    texts: number;
}

/** Too common to say anything. */
const STOP = new Set(
    (
        '我们 你们 他们 大家 这个 那个 一个 一些 没有 不是 就是 可以 可能 因为 所以 但是 如果 以及 而且 非常 比较 还是 ' +
        '希望 觉得 感觉 时候 什么 怎么 已经 进行 the and for with was were that this are have has had not but you our they'
    ).split(' '),
);
const SHORTEST = 2;

/**
 * Words that enough people used. A word of fewer would tell on a wall what somebody wrote, so those are never shown,
 * though all texts may be.
 *
 * @param threshold how many texts a word must stand in
 */
export function commonWords(texts: readonly string[], threshold: number, most: number): Word[] {
    const counts = new Map<string, number>();
    const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
    for (const text of texts) {
        for (const word of new Set(wordsIn(text, segmenter))) {
            counts.set(word, (counts.get(word) ?? 0) + 1);
        }
    }
    return [...counts]
        .map(([word, found]) => ({ word, texts: found }))
        .filter((each) => each.texts >= Math.max(1, threshold))
        .sort((one, other) => other.texts - one.texts || one.word.localeCompare(other.word))
        .slice(0, most);
}

function wordsIn(text: string, segmenter: Intl.Segmenter): string[] {
    return [...segmenter.segment(text.toLowerCase())]
        .filter(({ isWordLike }) => isWordLike)
        .map(({ segment }) => segment)
        .filter((word) => [...word].length >= SHORTEST && !STOP.has(word) && !/\d/.test(word));
}
