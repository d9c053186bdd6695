import type { ZoneName } from "../../base/wall-time.js";
import { ask } from "./hold.js";
import type { RunContext } from "./run-context.js";
import { zoneQuestion, zonesDiffer } from "./zone-change.js";

/**
 * Holds the run when wall-clock times would get another moment because the sync zone
 * changed (C22).
 * @param computerZone the zone of the computer that runs the job now
 * @returns why the run is held; undefined when it may go on
 */
export async function holdForZone(context: RunContext, computerZone: ZoneName): Promise<string | undefined> {
  const { services, stream, windowStart } = context;
  if (stream.keptZone !== undefined || stream.syncZone === undefined) return undefined;
  if (!zonesDiffer(stream.syncZone, computerZone, windowStart, services.clock.now())) return undefined;
  const text = zoneQuestion(stream.syncZone, computerZone);
  const [asked] = await services.questions.openOfStream(stream.id, "zone-changed");
  if (asked === undefined) await ask([{ kind: "zone-changed", items: [], text }], context);
  else context.report.ask(asked.id, asked.kind, asked.text);
  return text;
}
