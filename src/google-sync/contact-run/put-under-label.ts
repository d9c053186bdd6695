import { GoogleError } from "../google/index.js";
import type { LiveContact } from "../google/index.js";
import type { ContactContext } from "./contact-context.js";
import type { PlannedContact } from "./contact-item.js";
import { readOneByOne } from "./read-contacts.js";

/**
 * Puts every linked contact under our label that is not there yet (K1), a thousand in a request. It is
 * the last step, because a membership moves the etag updates are planned from. A label that turns out to be gone is
 * made again first (K3).
 */
export async function putUnderLabel(context: ContactContext): Promise<void> {
  await context.label.followName();
  if (await isLabelThere(() => putAllUnderLabel(context), context)) return;
  await putAllUnderLabel(context);
}

async function putAllUnderLabel(context: ContactContext): Promise<void> {
  const { services, stream, contacts } = context;
  const rows = (await services.contactLinks.unlabelled(stream.id)).flatMap(({ id, seen }) =>
    seen === undefined ? [] : [{ id, seen }],
  );
  if (rows.length === 0) return;
  const label = await context.label.ensure();
  const names = rows.filter(({ seen }) => !seen.memberships.includes(label)).map(({ seen }) => seen.resourceName);
  const notFound = names.length === 0 ? [] : (await contacts.changeMembers(label, { add: names, remove: [] })).notFound;
  const found = rows.filter(({ seen }) => !notFound.includes(seen.resourceName));
  await services.unitOfWork.run((transaction) =>
    services.contactLinks.changeEach(
      found.map(({ id, seen }) => ({ id, change: { isLabelled: true, seen: inLabel(seen, label) } })),
      transaction,
    ),
  );
  await readOneByOne(notFound, context);
}

/** The contacts of clients that are no more lose our label, and stay (K3). */
export async function takeFromLabel(planned: readonly PlannedContact[], context: ContactContext): Promise<void> {
  const { services, contacts } = context;
  const label = context.label.resourceName;
  const orphans = planned.flatMap(({ action, item: { departure, contact, link } }) =>
    action.kind === "end-link" &&
    departure === "orphaned" &&
    contact !== undefined &&
    link?.isDeletedInGoogle === false &&
    context.label.holds(contact)
      ? [{ id: link.id, seen: contact }]
      : [],
  );
  if (orphans.length === 0 || label === undefined) return;
  const names = orphans.map(({ seen }) => seen.resourceName);
  await isLabelThere(() => contacts.changeMembers(label, { add: [], remove: names }), context);
  // Else a client who comes back would seem to be under it still, and be taken for one taken out by hand.
  await services.unitOfWork.run((transaction) =>
    services.contactLinks.changeEach(
      orphans.map(({ id, seen }) => ({ id, change: { seen: notInLabel(seen, label) } })),
      transaction,
    ),
  );
}

/** Does something with the label. @returns false when that was gone, which is noted (K3) */
async function isLabelThere(act: () => Promise<unknown>, { label }: ContactContext): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    const isGone = error instanceof GoogleError && error.verdict.kind === "not-found";
    if (!isGone || (await label.verify()) === "there") throw error;
    return false;
  }
}

function notInLabel(contact: LiveContact, label: string): LiveContact {
  return { ...contact, memberships: contact.memberships.filter((one) => one !== label) };
}

function inLabel(contact: LiveContact, label: string): LiveContact {
  const { memberships } = contact;
  return memberships.includes(label) ? contact : { ...contact, memberships: [...memberships, label] };
}
