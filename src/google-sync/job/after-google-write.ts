import type { Transaction } from "../../api/index.js";
import { fieldsOfEvent } from "../calendar/index.js";
import { isEmpty } from "../engine/index.js";
import type { Agreed } from "../engine/index.js";
import type { LiveEvent } from "../google/index.js";
import { entryColumns, saveLink, settled } from "./outcome.js";
import type { RunContext } from "./run-context.js";
import { nameOf } from "./run-item.js";
import type { GoogleTask } from "./google-task.js";

/**
 * Stores what Google answered to an insert or a patch: its copy is `seen`, and the two sides
 * agree on what each now holds. Google's words count for what was written, so that a time moved
 * out of a daylight-saving gap or a text it trimmed is no change of tomorrow (C17, C21).
 */
export async function afterWrite(
  task: GoogleTask,
  event: LiveEvent,
  context: RunContext,
  transaction: Transaction,
): Promise<void> {
  const { action, item } = task.planned;
  if (action.kind === "delete-in-google") return;
  const theirs = fieldsOfEvent(event, item.entry, context.canon);
  const written = action.kind === "change" ? action.toGoogle : action.fields;
  const agreed: Agreed = {
    studio: action.agreed.studio,
    google: Object.fromEntries(
      Object.entries(action.agreed.google).map(([name, planned]) => [
        name,
        written[name] === undefined ? planned : (theirs[name] ?? planned),
      ]),
    ),
  };
  const isNew = action.kind === "create-in-google";
  await saveLink(
    item,
    {
      ...entryColumns(item),
      state: "linked",
      agreed,
      eventId: event.id,
      generation: task.generation,
      seen: event,
      seenEtag: event.etag,
      decidedEtag: event.etag,
      isDeletedInGoogle: false,
      ...(isNew ? { isMadeByUs: item.entry?.origin !== "google" } : {}),
      // The studio's half of this change gave the entry a new version; the next look at it brings the column up to date.
      ...(action.kind === "change" && !isEmpty(action.toStudio) ? { studioVersion: undefined } : {}),
      ...settled,
    },
    context,
    transaction,
  );
  if (action.kind === "change") context.report.lose(action.lost, nameOf(item));
  context.report.count("google", isNew ? "created" : "changed");
}

/** The event is gone, and so is the entry: nothing is left to keep together. */
export async function afterDelete(task: GoogleTask, context: RunContext, transaction: Transaction): Promise<void> {
  const { action, item } = task.planned;
  if (item.link !== undefined) await context.services.links.delete([item.link.id], transaction);
  if (action.kind === "delete-in-google") context.report.lose(action.lost, nameOf(item));
  context.report.count("google", "deleted");
}
