import type { Held } from "../engine/index.js";
import type { GuardedPlan } from "./calendar-run.js";
import { confirmable } from "./confirmation.js";
import type { Confirmed } from "./confirmation.js";

/** What a plan would do, in one sentence (R3). */
export function previewText({ planned, held }: GuardedPlan): string {
  const count = (kinds: readonly string[]) => planned.filter(({ action }) => kinds.includes(action.kind)).length;
  const parts = [
    [count(["create-in-google"]), "would be made in Google"],
    [count(["delete-in-google"]), "would be deleted in Google"],
    [count(["create-in-studio", "restore-in-studio"]), "would be made in the studio"],
    [count(["remove-from-studio", "cancel-in-studio"]), "would leave the studio's schedule"],
    [count(["change"]), "would be changed"],
    [held.reduce((sum, { keys }) => sum + keys.length, 0) + count(["ask"]), "would wait for an answer"],
  ] as const;
  const told = parts.filter(([items]) => items > 0).map(([items, what]) => `${items} ${what}`);
  return told.length === 0 ? "Nothing would change." : `${told.join(", ")}. Nothing has been changed yet.`;
}

/** The held groups a preview asks about (G1), a sentence each; none when there is nothing to confirm. */
export function groupTexts(held: readonly Held[]): readonly string[] {
  return confirmable(held).map(({ question, keys, why }) => {
    const appointments = countOf(keys.length, "appointment");
    const clients = countOf(keys.length, "client");
    const contacts = countOf(keys.length, "contact");
    switch (question) {
      case "many-deletions-in-google":
        return `${appointments} would be deleted in Google (${why}).`;
      case "many-deletions-in-studio":
        return `${appointments} would leave the studio's schedule (${why}).`;
      case "many-moves-in-google":
        return `${appointments} would be moved in Google (${why}).`;
      case "many-moves-in-studio":
        return `${appointments} would be moved in the studio (${why}).`;
      case "many-leaving-in-google":
        return `${clients} would be synced no more, because their contacts were deleted or taken out of the label in Google (${why}).`;
      case "many-leaving-in-studio":
        return `${clients} would be synced no more, because they left the client group (${why}).`;
      case "many-replacements-in-studio":
        return `${clients} would have the name, a phone, the email or an address emptied or replaced (${why}).`;
      case "many-replacements-in-google":
        return `${contacts} would have the name, a phone, the email or an address emptied or replaced (${why}).`;
      case "many-creations-in-studio":
        return `${contacts} would become clients (${why}).`;
      default:
        return why;
    }
  });
}

/** What became of a confirmation, for the person who gave it (G1). */
export function confirmedText({ approved, people = 0, grown }: Confirmed): string {
  const many = [
    ...(approved > people ? [countOf(approved - people, "appointment")] : []),
    ...(people > 0 ? [countOf(people, "client")] : []),
  ].join(" and ");
  const done = approved === 0 ? [] : [`Confirmed: the next run applies ${many} without asking.`];
  const changed = groupTexts(grown).map((text) => `Changed since the preview, and not confirmed: ${text}`);
  const nothing = "What was confirmed would no longer be held; there was nothing to confirm.";
  return approved === 0 && grown.length === 0 ? nothing : [...done, ...changed].join(" ");
}

function countOf(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
