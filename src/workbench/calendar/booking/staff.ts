import type { Resource } from "../../api/booking-payloads.js";
import type { Person, ShownEntry } from "../../api/payloads.js";
import { bookingTexts as texts } from "../../texts/en/booking-texts.js";

/** Who and what can be booked. */
export interface Staff {
  readonly people: readonly Person[];
  readonly resources: readonly Resource[];
}

/** What a user is called; also one who has become inactive. */
function nameOf({ people }: Staff, userId: number): string {
  return people.find(({ id }) => id === userId)?.name ?? texts.unknownUser(userId);
}

/** Whose time an entry takes: a room's or another resource's, else its user's. */
export function ownerOf(staff: Staff, { userId, resourceId }: Pick<ShownEntry, "userId" | "resourceId">): string {
  return resourceId === undefined ? nameOf(staff, userId) : namesIn(staff.resources, [resourceId]);
}

/** Names of several, in the order of their ids in the list. */
export function namesIn(
  list: readonly { readonly id: number; readonly name: string }[],
  ids: readonly number[],
): string {
  return ids.map((one) => list.find(({ id }) => id === one)?.name ?? texts.unknownResource(one)).join(", ");
}

/** A list as a control with choices takes it. */
export function choicesOf(
  list: readonly { readonly id: number; readonly name: string }[],
): { readonly value: string; readonly label: string }[] {
  return list.map(({ id, name }) => ({ value: String(id), label: name }));
}
