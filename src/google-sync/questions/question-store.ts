import type { Transaction, UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";
import type { QuestionKind } from "../engine/index.js";
import type { Question } from "./question.js";

/** A question about to be asked. */
export interface NewQuestion {
  readonly streamId: number;
  readonly userId: UserId;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly itemCount: number;
  readonly options?: readonly string[];
  readonly askedAt: Date;
}

/** Questions and their answers; they survive restarts (G8). */
export interface QuestionStore {
  ask(question: NewQuestion, transaction: Transaction): Promise<number>;
  find(id: number): Promise<Question | undefined>;
  /** Unanswered ones, oldest first; of one user when given. */
  open(userId?: UserId): Promise<readonly Question[]>;
  openOfStream(streamId: number, kind?: QuestionKind): Promise<readonly Question[]>;
  /** Some of its items were answered: so many are left. @returns false when somebody answered the whole before */
  leave(id: number, itemCount: number, transaction: Transaction): Promise<boolean>;
  /** @returns false when somebody answered before */
  answer(id: number, answer: string, answeredAt: Date, transaction: Transaction): Promise<boolean>;
}
export const QuestionStore = serviceToken<QuestionStore>("question-store");
