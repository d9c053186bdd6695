import { zoneName } from "../../src/base/wall-time.js";

/** The zone of the studio and of all calendars. */
export const benchZone = zoneName("America/Chicago");

const slotsInDay = 40;
const minutesInSlot = 15;

/** The n-th quarter of an hour from the beginning of tomorrow, as wall-clock times. No two are alike. */
export function slotOf(index: number): { readonly start: string; readonly end: string } {
  const tomorrow = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
  const dayStart = tomorrow + Math.floor(index / slotsInDay) * 86_400_000;
  const start = dayStart + (8 * 60 + (index % slotsInDay) * minutesInSlot) * 60_000;
  return { start: wallTimeOf(start), end: wallTimeOf(start + minutesInSlot * 60_000) };
}

function wallTimeOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19);
}

/** The n-th person, as People v1 writes them down. No two of one name. */
export function personOf(
  firstName: string,
  index: number,
): {
  readonly names: readonly { readonly givenName: string; readonly familyName: string }[];
  readonly emailAddresses: readonly { readonly value: string }[];
  readonly phoneNumbers: readonly { readonly value: string; readonly type: string }[];
  readonly organizations: readonly { readonly name: string }[];
} {
  return {
    names: [{ givenName: firstName, familyName: `Person ${index}` }],
    emailAddresses: [{ value: `${firstName.toLowerCase()}${index}@example.test` }],
    phoneNumbers: [{ value: phoneOf(index), type: "mobile" }],
    organizations: [{ name: `Company ${index % 50}` }],
  };
}

/** The n-th telephone number; none is anybody's. */
export function phoneOf(index: number): string {
  return `+1 ${String(200 + (index % 700))}-555-${String(Math.floor(index / 700) + 100).padStart(4, "0")}`;
}
