import type { ZoneName } from "../../base/wall-time.js";
import { ask, closeQuestion } from "./hold.js";
import type { RunContext } from "./run-context.js";
import { zoneQuestion, zonesDiffer } from "./zone-change.js";

/**
 * Holds the run when wall-clock times would get another moment because the sync zone
 * changed (C22).
 * @param computerZone the zone the job runs in now: of its computer, in myStratus of the company
 * @returns why the run is held; undefined when it may go on
 */
export async function holdForZone(context: RunContext, computerZone: ZoneName): Promise<string | undefined> {
  const { services, stream, windowStart } = context;
  const { keptZone, syncZone } = stream;
  if (keptZone !== undefined || syncZone === undefined) return undefined;
  const [asked] = await services.questions.openOfStream(stream.id, "zone-changed");
  if (!zonesDiffer(syncZone, computerZone, windowStart, services.clock.now())) {
    // A look at what would happen answers nothing (R3).
    if (asked !== undefined && !context.report.isPreview) await closeQuestion(asked.id, "zone-is-back", context);
    return undefined;
  }
  const { product } = await services.studio.facts();
  const text = zoneQuestion(syncZone, computerZone, product);
  if (context.report.isPreview) return text;
  if (asked === undefined) await ask([{ kind: "zone-changed", items: [], text }], context);
  else context.report.ask(asked.id, asked.kind, asked.text);
  return text;
}
