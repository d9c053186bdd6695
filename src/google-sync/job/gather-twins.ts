import { ownerOfEvent } from "../calendar/index.js";
import type { Candidates, Link } from "../links/index.js";
import { gather } from "./gather.js";
import type { Gathered } from "./gather.js";
import type { RunContext } from "./run-context.js";
import type { RunItem } from "./run-item.js";

/**
 * {@link gather}, where what is new on one side meets what has been on the other side since before syncing
 * began: such an item is no candidate, as nothing about it has changed, but the two may be the same thing (W5).
 */
export async function gatherTwins(candidates: Candidates, context: RunContext): Promise<Gathered> {
  const gathered = await gather(candidates, context);
  const twins = await findTwins(gathered.items, candidates, context);
  if (twins.length === 0) return gathered;
  const { items, broken } = await gather({ ...candidates, links: [...candidates.links, ...twins] }, context);
  const ids = new Set(twins.map(({ id }) => id));
  const isTwin = (link: Link | undefined) => link !== undefined && ids.has(link.id);
  return {
    items: items.filter((item) => !isTwin(item.link) || isOnBothSides(item)),
    broken: broken.filter(({ item }) => !isTwin(item.link)),
  };
}

/** Items of the baseline that end when an unlinked candidate ends; events of our own are known by their marks (C24). */
async function findTwins(
  items: readonly RunItem[],
  { links: known }: Candidates,
  { services, stream }: RunContext,
): Promise<readonly Link[]> {
  // Before there is a baseline everything is a candidate.
  if (stream.studioBaselineAt === undefined) return [];
  const ends = new Set(items.filter((item) => !isOnBothSides(item)).flatMap((item) => endOf(item) ?? []));
  if (ends.size === 0) return [];
  const ids = new Set(known.map(({ id }) => id));
  const found = await services.links.baselineEndingAt(stream.id, [...ends]);
  return found.filter(({ id, seen }) => !ids.has(id) && (seen === undefined || !isMarked(seen)));
}

function isOnBothSides({ pair: { known, studio, google } }: RunItem): boolean {
  return known.kind === "linked" || (studio.kind === "present" && google.kind === "present");
}

function endOf({ pair: { studio, google } }: RunItem): string | undefined {
  const side = studio.kind === "present" ? studio : google;
  return side.kind === "present" ? side.fields["when"]?.split("/")[1] : undefined;
}

function isMarked({ id, privateProperties }: NonNullable<Link["seen"]>): boolean {
  return ownerOfEvent(id, privateProperties) !== undefined;
}
