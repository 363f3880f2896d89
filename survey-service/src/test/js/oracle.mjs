// Reads one JSON request a line, answers one JSON line each: what survey-core makes of it.
import { createInterface } from "node:readline";
import { ConditionRunner, ConditionsParser, Model, settings, surveyLocalization } from "survey-core";
import "survey-core/survey.i18n";
import "survey-core/i18n/urdu";

console.warn = () => {};
console.error = () => {};

let now = new Date(0);
let looseDate = false;
const regularDate = /^\d{4}(-\d\d(-\d\d)?)?(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$|^\d{4}[-/]\d\d?[-/]\d\d?$/;
settings.onDateCreated = (date, reason, value) => {
  if (!value) {
    looseDate ||= value === "";
    return new Date(now);
  }
  const regular = typeof value === "number" || value instanceof Date || regularDate.test(String(value));
  looseDate ||= !regular && !isNaN(date.getTime());
  return date;
};

const answer = {
  expression({ expression, values }) {
    const parser = new ConditionsParser();
    if (!parser.parseExpression(expression)) {
      return { syntax: false };
    }
    const survey = new Model({});
    survey.data = values;
    const value = survey.runExpression(expression);
    // Of its own the survey does not wait for what comes later, as its elements do.
    let holds = false;
    const runner = new ConditionRunner(expression);
    runner.onRunComplete = (result) => (holds = result);
    runner.runContext(survey.getValueGetterContext(), survey.getFilteredProperties());
    return { syntax: true, value: encode(value), holds };
  },
  /** What it calls the special choices and the answers of a boolean, in every language it knows. */
  texts({ keys }) {
    const languages = Object.entries(surveyLocalization.locales).map(([language, texts]) => [
      language,
      Object.fromEntries(Object.entries(keys).flatMap(([name, key]) => (texts[key] ? [[name, texts[key]]] : []))),
    ]);
    return Object.fromEntries(languages.filter(([, texts]) => Object.keys(texts).length > 0));
  },
  questionnaire({ definition, answers, spoken }) {
    // As our pages do, or a text without a language would be taken for an English one.
    surveyLocalization.defaultLocale = definition.locale ?? "zh-cn";
    const survey = new Model(definition);
    survey.locale = spoken;
    survey.runExpressions();
    give(survey, answers);
    settle(survey);
    survey.validate(true, false);
    const errors = [];
    const states = {};
    for (const question of survey.getAllQuestions(false, true, true)) {
      visit(question, errors, states);
    }
    for (const container of [...survey.pages, ...survey.getAllPanels()]) {
      if (container.errors.length > 0) {
        errors.push(path(container.questions.find((question) => question.isVisible && question.isParentVisible)));
      }
    }
    survey.doComplete();
    const kept = survey.data;
    survey.dispose();
    return { errors, states, kept };
  },
};

const choosing = new Set(["radiogroup", "dropdown", "checkbox", "tagbox", "ranking", "imagepicker"]);

/**
 * All answers at once; but where hidden answers are cleared at once, one question after the other as a respondent does,
 * because what loading clears depends on what was visible before.
 */
function give(survey, answers) {
  if (!String(survey.clearInvisibleValues).startsWith("onHidden")) {
    survey.data = answers;
    return;
  }
  for (const question of survey.getAllQuestions()) {
    const kept = question.isVisible && (question.getClearIfInvisible() === "onHidden" || question.isParentVisible);
    if (kept && answers[question.name] !== undefined) {
      survey.setValue(question.name, answers[question.name]);
      survey.setComment(question.name, answers[`${question.name}-Comment`] ?? "");
    }
  }
}

/** Loading hides choices without dropping them, where answering drops them when they are hidden. */
function settle(survey) {
  for (let round = 0; round < 10; round++) {
    const before = JSON.stringify(survey.data);
    for (const question of survey.getAllQuestions(false, true, true)) {
      if (choosing.has(question.getType())) question.clearIncorrectValues();
    }
    if (JSON.stringify(survey.data) === before) return;
  }
}

function visit(question, errors, states) {
  if (!question.parentQuestion) {
    states[question.name] = {
      visible: question.isVisible && question.isParentVisible,
      required: question.isRequired,
      enabled: !question.isReadOnly,
    };
  }
  if (question.errors.length > 0) {
    errors.push(path(question));
  }
}

function path(question) {
  const parent = question.parentQuestion;
  if (!parent) {
    return question.name;
  }
  return `${path(parent)}/${place(parent, question)}${question.name}`;
}

function place(parent, question) {
  if (parent.panels) {
    return `${parent.panels.findIndex((panel) => panel.questions.includes(question))}/`;
  }
  const row = parent.visibleRows?.find((candidate) => candidate.cells?.some((cell) => cell.question === question));
  return row ? `${row.rowName}/` : "";
}

/** JSON has no undefined, NaN or dates. */
function encode(value) {
  if (value === undefined) return { $: "undefined" };
  if (value instanceof Date) return { $: "date", at: isNaN(value.getTime()) ? null : value.getTime() };
  if (typeof value === "number" && !Number.isFinite(value)) return { $: "number", text: String(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, encode(field)]));
  }
  return value;
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  now = new Date(request.now);
  looseDate = false;
  let reply;
  try {
    reply = answer[request.kind](request);
  } catch (failure) {
    reply = { failed: String(failure.stack ?? failure) };
  }
  if (looseDate) {
    // A text that is a date by a loose reading only; the empty text is now.
    reply.looseDate = true;
  }
  process.stdout.write(JSON.stringify(reply) + "\n");
}
