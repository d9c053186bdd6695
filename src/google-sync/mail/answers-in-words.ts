import type { QuestionKind } from "../engine/index.js";
import { answersOf } from "../questions/index.js";

/** What answers do where the question does not say it itself. */
const meanings: Readonly<Record<string, string>> = {
  restore: "makes the event in Google again",
  "take-off": "leaves it in the studio without you",
  cancel: "cancels it in the studio",
  studio: "writes what the studio has to Google",
  google: "writes what Google has to the studio",
  "bring-in": "makes an appointment of it",
  remove: "deletes it in Google",
  old: "goes on as before the change",
  new: "means all times in the new zone from now on",
  "create-new": "makes a new one",
  merge: "makes one client of the two, for good",
  "keep-both": "leaves the client whose contact is gone without one",
};

/** The answers of a question, each with what it does, as one line under it. */
export function answersInWords(kind: QuestionKind): string {
  const answers = answersOf({ kind, options: [] }).map(({ id, label }) => {
    const meaning = meanings[id];
    return meaning === undefined ? `"${label}"` : `"${label}" ${meaning}`;
  });
  // Whom it may be stands on the screen the mail leads to.
  const choices = kind === "unclear-match" ? ['"Link to …" says that it is that one'] : [];
  return `Answers: ${[...choices, ...answers].join("; ")}.`;
}
