/** Everything held until a person answers: one kind of thing, each with its own closed set of answers. */
export { KnexQuestionStore } from "./knex-question-store.js";
export { questionsMigration } from "./migrations/002-questions.js";
export { answersOf, chosenOption, directiveFor, isAboutPeople, isReview, optionAnswer } from "./question.js";
export type { Answer, Question } from "./question.js";
export { QuestionStore } from "./question-store.js";
export type { NewQuestion } from "./question-store.js";
