import type { Json } from '../../api/survey';
import { textIn } from '../../questionnaire/texts';
import { elementsOf, labelsOf, type Labels } from './figures';

export interface GivenAnswer {
    /** Unique among those of one response. */
    key: string;
    question: string;
    answer: string;
}

type Node = { [key: string]: Json };

const REMARK = '-Comment';

/**
 * What was answered, in the order of asking and in the words of the questionnaire; a matrix has a line a row. What the
 * definition does not know comes last, under the name it is stored by.
 */
export function givenAnswers(
    definition: Json | undefined,
    answers: Node,
    language: string,
    remark: string,
): GivenAnswer[] {
    const titles = new Map(
        elementsOf(definition).map(({ name, title }) => [name, textIn(title, language) || name] as const),
    );
    const labels = labelsOf(definition, language);
    const order = [...titles.keys()];
    const place = (name: string) => {
        const found = order.indexOf(withoutRemark(name));
        return found < 0 ? order.length : found;
    };
    return Object.entries(answers)
        .sort(([one], [other]) => place(one) - place(other) || one.length - other.length)
        .flatMap(([name, answer]) => {
            const asked = withoutRemark(name);
            const title = titles.get(asked) ?? asked;
            return lines(name, name === asked ? title : `${title} · ${remark}`, answer, labels.get(asked) ?? new Map());
        });
}

function withoutRemark(name: string): string {
    return name.endsWith(REMARK) ? name.slice(0, -REMARK.length) : name;
}

function lines(key: string, question: string, answer: Json, labels: Labels): GivenAnswer[] {
    return answer !== null && typeof answer === 'object' && !Array.isArray(answer)
        ? Object.entries(answer).map(([row, value]) => ({
              key: `${key}/${row}`,
              question: `${question} · ${labels.get(row) ?? row}`,
              answer: text(value, labels),
          }))
        : [{ key, question, answer: text(answer, labels) }];
}

function text(answer: Json, labels: Labels): string {
    if (Array.isArray(answer)) {
        return answer.map((each) => text(each, labels)).join('、');
    }
    if (answer !== null && typeof answer === 'object') {
        return Object.values(answer)
            .map((each) => text(each, labels))
            .join(' ');
    }
    return labels.get(String(answer)) ?? String(answer);
}
