import { isSeries } from "../calendar/index.js";
import type { Candidates } from "../links/index.js";
import type { RunContext } from "./run-context.js";

/**
 * One way, Google is not read for changes (C23). A linked event last seen as a series is
 * looked at before the entry's change is planned: it may be a single event again (C19).
 */
export async function lookAtSeries(candidates: Candidates, context: RunContext): Promise<Candidates> {
  const { services, stream, calendar } = context;
  const resting = candidates.links.filter(
    ({ state, seen }) => state === "linked" && seen !== undefined && isSeries(seen),
  );
  if (resting.length === 0) return candidates;
  const answers = await calendar.getEvents(
    stream.calendarId,
    resting.flatMap(({ eventId }) => eventId ?? []),
  );
  const found = [...answers.values()].flatMap((answer) => (answer.kind === "found" ? [answer.event] : []));
  await services.unitOfWork.run((transaction) => services.links.rememberSeen(stream.id, found, undefined, transaction));
  const looked = new Map((await services.links.findByIds(resting.map(({ id }) => id))).map((link) => [link.id, link]));
  return { ...candidates, links: candidates.links.map((link) => looked.get(link.id) ?? link) };
}
