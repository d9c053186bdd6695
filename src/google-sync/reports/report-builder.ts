import type { UserId } from "../../api/index.js";
import type { LostValue, QuestionKind } from "../engine/index.js";
import type { ItemName } from "./item-name.js";
import type { ReportLine, RunOutcome, RunReport } from "./run-report.js";

type Side = "google" | "studio";
type Count = "created" | "changed" | "deleted";

/** Items that are not in step though the run has ended well. */
export interface Resting {
  /** Open questions, each about one item or many (G8). */
  readonly questions: number;
  /** Failed, and to be tried again (G3). */
  readonly waiting: number;
  /** Given up until they change (G3). */
  readonly parked: number;
}

/** One item that could not be synced. */
export interface FailedItem {
  readonly code: string;
  /** What went wrong, a sentence. */
  readonly message: string;
  /** It failed so often that it is left alone (G3). */
  readonly isParked: boolean;
  readonly item: ItemName;
}

type MutableCounts = Record<Count, number>;

const none: Readonly<MutableCounts> = { created: 0, changed: 0, deleted: 0 };

/** Collects what a run has to say while it goes on. */
export class ReportBuilder {
  readonly #counts = { google: { created: 0, changed: 0, deleted: 0 }, studio: { created: 0, changed: 0, deleted: 0 } };
  #contacts: { readonly google: MutableCounts; readonly studio: MutableCounts } | undefined;
  readonly #leftOut = new Map<string, number>();
  readonly #lost: RunReport["lost"][number][] = [];
  readonly #warnings: ReportLine[] = [];
  readonly #errors: ReportLine[] = [];
  readonly #questions: RunReport["questions"][number][] = [];
  #leftOver = 0;
  #resting: Resting = { questions: 0, waiting: 0, parked: 0 };

  constructor(
    readonly userId: UserId,
    readonly startedAt: Date,
    readonly isPreview: boolean,
  ) {}

  count(side: Side, what: Count): void {
    this.#counts[side][what] += 1;
  }

  /** Contacts take part in the run: their counts are told apart from the calendar's. */
  withContacts(): void {
    this.#contacts ??= { google: { ...none }, studio: { ...none } };
  }

  countContact(side: Side, what: Count): void {
    this.withContacts();
    if (this.#contacts !== undefined) this.#contacts[side][what] += 1;
  }

  leaveOut(reason: string): void {
    this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1);
  }

  lose(values: readonly LostValue[], item: ItemName): void {
    this.#lost.push(...values.map((value) => ({ ...value, ...item })));
  }

  warn(code: string, text: string, item: ItemName = { title: "", isPrivate: false }, link?: string): void {
    this.#warnings.push({ code, text, ...item, ...(link === undefined ? {} : { link }) });
  }

  fail(code: string, text: string, item: ItemName = { title: "", isPrivate: false }): void {
    this.#errors.push({ code, text, ...item });
  }

  /** One item failed: named as an error, or as a warning once it is left alone (G3). */
  failItem({ code, message, isParked, item }: FailedItem): void {
    if (isParked)
      this.warn("parked", `${message} It is left alone until it changes, or somebody says "Try again".`, item);
    else this.fail(code, message, item);
  }

  ask(id: number, kind: QuestionKind, text: string): void {
    this.#questions.push({ id, kind, text });
  }

  /** @param why said once, however many items share it; not given where the run's own error says it */
  leaveOver(items: number, why?: { readonly code: string; readonly text: string }): void {
    this.#leftOver += items;
    if (why !== undefined && !this.#warnings.some(({ code }) => code === why.code)) this.warn(why.code, why.text);
  }

  /** What is not in step when the run ends, whenever that began. */
  rest(resting: Resting): void {
    this.#resting = resting;
  }

  get hasFailures(): boolean {
    return this.#errors.length > 0;
  }

  get leftOver(): number {
    return this.#leftOver;
  }

  /** @param outcome overrides what the collected lines amount to */
  build(runId: number, endedAt: Date, outcome?: RunOutcome, reason?: string): RunReport {
    const ended = outcome ?? (this.hasFailures || this.#leftOver > 0 ? "done-with-problems" : "done");
    return {
      runId,
      userId: this.userId,
      outcome: ended,
      summary: reason ?? this.#summary(),
      startedAt: this.startedAt,
      endedAt,
      isPreview: this.isPreview,
      google: { ...this.#counts.google },
      studio: { ...this.#counts.studio },
      ...(this.#contacts === undefined
        ? {}
        : { contacts: { google: { ...this.#contacts.google }, studio: { ...this.#contacts.studio } } }),
      leftOut: Object.fromEntries(this.#leftOut),
      lost: this.#lost,
      warnings: this.#warnings,
      errors: this.#errors,
      questions: this.#questions,
      leftOver: this.#leftOver,
    };
  }

  /** What was done, then what is not in step; "Nothing had changed." says that all is. */
  #summary(): string {
    const { questions, waiting, parked } = this.#resting;
    const done = [
      sideText("Google", this.#counts.google),
      sideText("the studio", this.#counts.studio),
      sideText("Google Contacts", this.#contacts?.google ?? none),
      sideText("the studio's clients", this.#contacts?.studio ?? none),
      countText(this.#errors.length, "failed"),
      countText(this.#leftOver, "left for the next run"),
    ].filter((part) => part !== "");
    const resting = [
      countText(Math.max(questions, this.#questions.length), "waiting for an answer"),
      countText(waiting - this.#errors.length, "to be tried again"),
      countText(parked, "left alone until they change"),
    ].filter((part) => part !== "");
    const isNews = done.length > 0 || this.#questions.length > 0;
    if (isNews) return `${[...done, ...resting].join("; ")}.`;
    return resting.length === 0 ? "Nothing had changed." : `Nothing had changed; ${resting.join("; ")}.`;
  }
}

function countText(count: number, what: string): string {
  return count > 0 ? `${count} ${what}` : "";
}

function sideText(side: string, counts: Readonly<Record<Count, number>>): string {
  const parts = (["created", "changed", "deleted"] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => `${counts[what]} ${what}`);
  return parts.length === 0 ? "" : `In ${side}: ${parts.join(", ")}`;
}
