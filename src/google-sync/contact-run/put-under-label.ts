import type { LiveContact } from "../google/index.js";
import type { ContactContext } from "./contact-context.js";
import type { PlannedContact } from "./contact-item.js";
import { readOneByOne } from "./read-contacts.js";

/**
 * Puts every linked contact under our label that is not there yet (K1), a thousand in a request. It is
 * the last step, because a membership moves the etag updates are planned from.
 */
export async function putUnderLabel(context: ContactContext): Promise<void> {
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
  const { label, contacts } = context;
  const names = planned.flatMap(({ action, item: { departure, contact, link } }) =>
    action.kind === "end-link" &&
    departure === "orphaned" &&
    contact &&
    link?.isDeletedInGoogle === false &&
    label.holds(contact)
      ? [contact.resourceName]
      : [],
  );
  if (names.length === 0 || label.resourceName === undefined) return;
  await contacts.changeMembers(label.resourceName, { add: [], remove: names });
}

function inLabel(contact: LiveContact, label: string): LiveContact {
  const { memberships } = contact;
  return memberships.includes(label) ? contact : { ...contact, memberships: [...memberships, label] };
}
