import type { UserId } from "../../api/index.js";
import { assertNever } from "../../base/assert-never.js";
import type { Directive, QuestionKind } from "../engine/index.js";

/** One of the closed set of answers to a question. */
export interface Answer {
  /** What is typed on the command line. */
  readonly id: string;
  /** The button's words, exactly. */
  readonly label: string;
  /** Asked before it is taken, where it cannot be taken back. */
  readonly confirm?: string;
}

/** Something held until a person says what to do (G1, G2, G8, C13, C22, C24, P7). */
export interface Question {
  readonly id: number;
  readonly streamId: number;
  readonly userId: UserId;
  readonly kind: QuestionKind;
  /** What happened and what is asked, in plain words. */
  readonly text: string;
  readonly itemCount: number;
  /** What the person may choose from besides the fixed answers, in words (K6). */
  readonly options: readonly string[];
  readonly askedAt: Date;
  readonly answer: string | undefined;
  readonly answeredAt: Date | undefined;
}

const restore: Answer = { id: "restore", label: "Restore in Google" };
const takeOff: Answer = { id: "take-off", label: "Take me off it" };
const cancel: Answer = { id: "cancel", label: "Cancel it in Spectra" };
const apply: Answer = { id: "apply", label: "Apply" };
const discard: Answer = { id: "discard", label: "Discard" };

/** Held groups about clients and contacts, all of them; questions about the calendar are of other kinds (G1, G2). */
const aboutPeople: readonly QuestionKind[] = [
  "many-leaving-in-studio",
  "many-leaving-in-google",
  "many-replacements-in-studio",
  "many-replacements-in-google",
  "many-creations-in-studio",
];

/** Whether a held group is of clients and contacts. */
export function isAboutPeople(kind: QuestionKind): boolean {
  return aboutPeople.includes(kind);
}

/** Whether a question is about who one person is: those stand under Contacts to Review, all others under Held Changes (K6, K8). */
export function isReview(kind: QuestionKind): boolean {
  return kind === "unclear-match" || kind === "merged-in-google";
}

/** The answers a question takes, in the order of its buttons. */
export function answersOf({ kind, options }: Pick<Question, "kind" | "options">): readonly Answer[] {
  return [
    ...options.map((option, index) => ({ id: optionAnswer(index), label: `Link to ${option}` })),
    ...fixedAnswers(kind),
  ];
}

/** The answer that chooses an option. */
export function optionAnswer(index: number): string {
  return `link-${index + 1}`;
}

/** Which option an answer chose, if it chose one. */
export function chosenOption(answerId: string): number | undefined {
  const [, position] = /^link-(\d+)$/.exec(answerId) ?? [];
  return position === undefined ? undefined : Number(position) - 1;
}

function fixedAnswers(kind: QuestionKind): readonly Answer[] {
  switch (kind) {
    case "deleted-in-google":
      return [restore, takeOff, cancel];
    case "differences-at-two-way":
      return [
        { id: "studio", label: "Keep the studio's" },
        { id: "google", label: "Use Google's" },
      ];
    case "unknown-entry":
      return [
        { id: "bring-in", label: "Bring it in" },
        { id: "remove", label: "Remove it" },
      ];
    case "zone-changed":
      return [
        { id: "old", label: "Keep the old zone" },
        { id: "new", label: "Use the new zone" },
      ];
    case "many-deletions-in-studio":
    case "many-deletions-in-google":
    case "many-moves-in-studio":
    case "many-moves-in-google":
    case "many-leaving-in-studio":
    case "many-leaving-in-google":
    case "many-replacements-in-studio":
    case "many-replacements-in-google":
    case "many-creations-in-studio":
      return [apply, discard];
    case "unclear-match":
      return [{ id: "create-new", label: "Create new" }];
    case "merged-in-google":
      return [
        { id: "merge", label: "Merge the clients", confirm: "The two become one client, for good. Go on?" },
        { id: "keep-both", label: "Keep both clients" },
      ];
    default:
      return assertNever(kind);
  }
}

/**
 * What an answer means for each item that was held (G8): "Apply" lets it pass, "Discard"
 * takes it back where it happened.
 * @returns undefined for an answer the question does not have, and for a zone's, which concerns the stream
 */
export function directiveFor(kind: QuestionKind, answerId: string): Directive | undefined {
  switch (answerId) {
    case "apply":
      return { kind: "approve" };
    case "discard":
      return discarded(kind);
    case "restore":
    case "studio":
    case "remove":
      return { kind: "keep", side: "studio" };
    case "google":
    case "bring-in":
      return { kind: "keep", side: "google" };
    case "take-off":
      return { kind: "take-off" };
    case "cancel":
      return { kind: "cancel" };
    default:
      return undefined;
  }
}

/** "Discard" makes the side where nothing happened hold: wholly for deletions, in its time only for moves. */
function discarded(kind: QuestionKind): Directive {
  const happenedInGoogle: readonly QuestionKind[] = [
    "many-deletions-in-studio",
    "many-moves-in-studio",
    "many-leaving-in-google",
    "many-replacements-in-studio",
  ];
  const side = happenedInGoogle.includes(kind) ? "studio" : "google";
  const isAboutMoves = kind === "many-moves-in-studio" || kind === "many-moves-in-google";
  return isAboutMoves ? { kind: "keep-moved", side } : { kind: "keep", side };
}
