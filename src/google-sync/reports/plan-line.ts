/** What a run would do, by where and how; the order they are shown in (R3). */
const planGroups = [
  "Made in Google",
  "Changed in Google",
  "Deleted in Google",
  "Made in the studio",
  "Changed in the studio",
  "Taken off the studio's schedule",
  "Leaves the synced clients",
  "Held for an answer",
] as const;

export type PlanGroup = (typeof planGroups)[number];

/** One thing the next run would do to one item, from what to what. */
export interface PlanLine {
  readonly group: PlanGroup;
  readonly title: string;
  /** Only the owner reads a private item's texts (C8). */
  readonly isPrivate: boolean;
  /** What the side holds now; empty for what would be made. */
  readonly before: string;
  /** What it would hold; empty for what would go. */
  readonly after: string;
}

/** Lines by group, in the order the groups are shown in; empty groups are left out. */
export function groupedLines(
  lines: readonly PlanLine[],
): readonly { readonly group: PlanGroup; readonly lines: readonly PlanLine[] }[] {
  return planGroups
    .map((group) => ({ group, lines: lines.filter((line) => line.group === group) }))
    .filter((one) => one.lines.length > 0);
}
