import type { Action } from "./action.js";
import { pick } from "./fields.js";
import type { Fields } from "./fields.js";
import type { Pair } from "./pair.js";

/** What an action does to one side of a pair, from what to what. */
export interface SideEffect {
  readonly what: "make" | "change" | "remove" | "leave" | "ask";
  readonly side: "studio" | "google";
  readonly before: Fields;
  readonly after: Fields;
}

/** The effects of an action on either side; none for what touches our own books only (R3). */
export function sideEffectsOf(
  action: Action,
  { studio, google }: Pick<Pair, "studio" | "google">,
): readonly SideEffect[] {
  const ours = studio.kind === "present" ? studio.fields : {};
  const theirs = google.kind === "present" ? google.fields : {};
  switch (action.kind) {
    case "create-in-google":
      return [{ what: "make", side: "google", before: {}, after: action.fields }];
    case "create-in-studio":
    case "restore-in-studio":
      return [{ what: "make", side: "studio", before: {}, after: action.fields }];
    case "change":
      return [...changeOf("studio", ours, action.toStudio), ...changeOf("google", theirs, action.toGoogle)];
    case "delete-in-google":
      return [{ what: "remove", side: "google", before: theirs, after: {} }];
    case "remove-from-studio":
    case "cancel-in-studio":
      return [{ what: "remove", side: "studio", before: ours, after: {} }];
    case "leave-set":
      return [{ what: "leave", side: "studio", before: ours, after: {} }];
    case "ask":
      return [{ what: "ask", side: "studio", before: ours, after: theirs }];
    case "agree":
    case "end-link":
    case "baseline":
    case "leave-out":
    case "rest":
      return [];
  }
}

function changeOf(side: SideEffect["side"], before: Fields, written: Fields): readonly SideEffect[] {
  const fields = Object.keys(written);
  return fields.length === 0 ? [] : [{ what: "change", side, before: pick(before, fields), after: written }];
}
