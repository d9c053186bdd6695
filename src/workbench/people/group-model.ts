import type { ClearanceLevel } from "../api/payloads.js";
import type { SecurityGroup } from "../api/people-payloads.js";
import { commonTexts } from "../texts/en/common-texts.js";
import { peopleTexts } from "../texts/en/people-texts.js";

const texts = peopleTexts.groups;

/** What a clearance may be about. */
export const areas = [
  "Appointments",
  "Sessions",
  "Clients",
  "Users",
  "Company Preferences",
  "Control Center",
  "Plugin Manager",
] as const;

export type Area = (typeof areas)[number];

/** How much a clearance allows. */
export const levels: readonly ClearanceLevel[] = ["none", "view", "add-modify", "delete"];

/** A security group as its form changes it: its name, and a level for each area. */
export type GroupValues = Readonly<Record<Area, ClearanceLevel>> & { readonly name: string };

export function groupValues(group: SecurityGroup | undefined): GroupValues {
  const levelIn = (area: Area): ClearanceLevel => group?.clearances[area] ?? "none";
  return {
    name: group?.name ?? "",
    Appointments: levelIn("Appointments"),
    Sessions: levelIn("Sessions"),
    Clients: levelIn("Clients"),
    Users: levelIn("Users"),
    "Company Preferences": levelIn("Company Preferences"),
    "Control Center": levelIn("Control Center"),
    "Plugin Manager": levelIn("Plugin Manager"),
  };
}

/** As the host takes it. */
export function groupBody({ name, ...clearances }: GroupValues): {
  readonly name: string;
  readonly clearances: Readonly<Record<Area, ClearanceLevel>>;
} {
  return { name: name.trim(), clearances };
}

export function labelOf(level: ClearanceLevel | undefined): string {
  return texts.levels[level ?? "none"];
}

/** Values somebody else has changed too, in words (G9). */
export function groupDifferences(
  names: readonly (keyof GroupValues)[],
  mine: GroupValues,
  theirs: GroupValues,
): readonly { readonly label: string; readonly mine: string; readonly theirs: string }[] {
  return names.map((name) =>
    name === "name"
      ? { label: commonTexts.name, mine: mine.name, theirs: theirs.name }
      : { label: texts.areas[name], mine: labelOf(mine[name]), theirs: labelOf(theirs[name]) },
  );
}
