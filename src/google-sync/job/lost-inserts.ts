import type { EntryId } from "../../api/index.js";
import { InvalidTimeError, zoneName } from "../../base/wall-time.js";
import { googleWhenText } from "../calendar/index.js";
import type { Agreed, Fields } from "../engine/index.js";
import type { Link } from "../links/index.js";
import type { RunContext } from "./run-context.js";

/**
 * What both sides agreed on when an event of ours was made whose answer never arrived: the run
 * was cut off, or the line was. The journal's intent says what it was made with (R1), so that
 * an edit made on either side since then travels like any other (C15, G5) instead of staying on
 * both sides for ever (W5).
 * @param marks the entries that unlinked events of ours were made for, by link id
 * @returns by link id; nothing where the journal has forgotten (R6) or belongs to another database (C24)
 */
export async function agreedAtInsert(
  links: readonly Link[],
  marks: ReadonlyMap<number, EntryId>,
  context: RunContext,
): Promise<ReadonlyMap<number, Agreed>> {
  if (marks.size === 0) return new Map();
  const meant = await context.services.journal.meantForEvents([...new Set(marks.values())]);
  return new Map(
    links.flatMap((link) => {
      const fields = marks.has(link.id) ? meant.get(link.seen?.id ?? "") : undefined;
      const agreed = fields && agreedOnInsert(fields, link, context);
      return agreed === undefined ? [] : [[link.id, agreed] as const];
    }),
  );
}

/** @returns undefined where its time was agreed in a zone this computer does not know, or has no words for here (G3) */
function agreedOnInsert(fields: Fields, { seen }: Link, { zone }: RunContext): Agreed | undefined {
  const { when } = fields;
  if (when === undefined) return { studio: fields, google: fields };
  try {
    const madeIn = seen?.start.kind === "time" ? zoneName(seen.start.timeZone ?? zone) : zone;
    const google = { ...fields, when: googleWhenText(when, madeIn, zone) };
    // Made in another zone: the moment was agreed on, the entry's clock time means another one now and travels (C22).
    return { studio: madeIn === zone ? fields : google, google };
  } catch (error) {
    if (error instanceof InvalidTimeError) return undefined;
    throw error;
  }
}
