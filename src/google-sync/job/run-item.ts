import type { ScheduleEntry } from "../../api/index.js";
import type { Pair } from "../engine/index.js";
import type { LiveEvent } from "../google/index.js";
import type { Link } from "../links/index.js";
import type { ItemName } from "../reports/index.js";

/** A pair with the rows and items it was made from. */
export interface RunItem {
  readonly pair: Pair;
  /** The row that becomes, or is, the link. */
  readonly link: Link | undefined;
  /** A second row the link takes over: the studio's side of a pair just found (W5). */
  readonly absorbed: Link | undefined;
  readonly entry: ScheduleEntry | undefined;
  /** Google's newest copy; the last full one when the event is deleted. */
  readonly event: LiveEvent | undefined;
}

/** What the item is called; private is what either side says so, or what another studio made (C8, C24). */
export function nameOf({ entry, event, pair: { google } }: RunItem): ItemName {
  const isPrivate =
    entry?.isPrivate === true ||
    event?.visibility === "private" ||
    event?.visibility === "confidential" ||
    (google.kind === "present" && google.fields["private"] === "yes");
  return { title: event?.summary ?? entry?.description ?? "", isPrivate };
}
