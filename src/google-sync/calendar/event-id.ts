import { createHash } from "node:crypto";

/** Whose event it is: everything an event id derives from, except its generation (C24). */
export interface EventOwner {
  readonly studioGuid: string;
  readonly userGuid: string;
  readonly entryId: string;
}

/**
 * The id we choose for an entry's event: 26 characters from studio, user and entry (128
 * bits), 7 from the calendar, then the generation, which grows each time an event is made
 * anew, because Google never frees an id (google.md 2.5). A repeated insert is therefore a
 * 409, never a duplicate.
 */
export function eventIdOf(owner: EventOwner, calendarId: string, generation: number): string {
  return `${ownerPart(owner)}${digest(calendarId, 7)}${generation.toString(32)}`;
}

/**
 * Whether we chose this id for that owner, in any calendar and generation: only then does a mark count. What Google
 * splits off a series, marks and all, gets our id with an underscore and more behind it (google.md 2.3).
 */
function isOurEventId(eventId: string, owner: EventOwner): boolean {
  return eventId.length > 33 && eventId.startsWith(ownerPart(owner)) && !eventId.includes("_");
}

function ownerPart({ studioGuid, userGuid, entryId }: EventOwner): string {
  return digest(`${studioGuid}/${userGuid}/${entryId}`, 26);
}

/** The beginning of a text's SHA-256 in base32hex, five bits a character, the last four bits filled up. */
function digest(text: string, characters: number): string {
  const hash = createHash("sha256").update(text).digest("hex");
  return (BigInt(`0x${hash}`) << 4n).toString(32).padStart(52, "0").slice(0, characters);
}

const keys = { studio: "spectraStudio", user: "spectraUser", entry: "spectraEntry" } as const;

/** The private extended properties of an event we make: where it comes from (C24). No secrets: any app can read them. */
export function marksOf(owner: EventOwner): Readonly<Record<string, string>> {
  return { [keys.studio]: owner.studioGuid, [keys.user]: owner.userGuid, [keys.entry]: owner.entryId };
}

/** Who made an event, by its mark: nobody of ours unless the mark is whole and on the id we chose. */
export function ownerOfEvent(eventId: string, properties: Readonly<Record<string, string>>): EventOwner | undefined {
  const studioGuid = properties[keys.studio];
  const userGuid = properties[keys.user];
  const entryId = properties[keys.entry];
  if (studioGuid === undefined || userGuid === undefined || entryId === undefined) return undefined;
  const owner = { studioGuid, userGuid, entryId };
  return isOurEventId(eventId, owner) ? owner : undefined;
}
