import type { UserId } from "../../api/index.js";

/** One item of Google found by what somebody typed, and why it is, or is not, in the studio (R4). */
export interface ExplainedItem {
  readonly userId: UserId;
  readonly what: "event" | "contact" | "client";
  /** What it is called; neutral where the viewer may not know (C8). */
  readonly title: string;
  /** When the event is, in words; empty for people. */
  readonly when: string;
  /** It is on both sides. */
  readonly isThere: boolean;
  /** One truthful sentence. */
  readonly text: string;
}

/** What was found, and a sentence where nothing was. */
export interface Explained {
  readonly items: readonly ExplainedItem[];
  readonly nothing: string;
}

/** Whether a title is meant by what was typed: all of it, in any case, anywhere in the title. */
export function isMeant(title: string, typed: string): boolean {
  const plain = (text: string) => text.normalize("NFKC").toLowerCase().trim();
  return plain(typed) !== "" && plain(title).includes(plain(typed));
}
