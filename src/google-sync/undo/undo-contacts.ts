import { countryOfLocale } from "../contacts/index.js";
import type { OpenCalendar, RunContext } from "../job/index.js";
import type { DoneItem } from "./done-items.js";
import { nowOfPerson, readPeople, withCurrentTies } from "./person-now.js";
import type { ContactUndo } from "./person-now.js";
import { planUndo } from "./plan-undo.js";
import type { UndoPlan } from "./plan-undo.js";
import { putClientsBack } from "./put-clients-back.js";
import { putContactsBack } from "./put-contacts-back.js";

const nothing: UndoPlan = { steps: [], left: [] };

/**
 * The part of "Undo This Run" that is about clients and contacts (R2): where nobody has changed them since, clients the
 * run made are deleted softly and contacts it made are deleted; changed fields are set back on their side. What was put
 * back rests: a contact whose client was taken back does not come in by itself, a client whose contact was is not
 * sent until it is put back ("Send again").
 */
export async function undoContacts(
  items: readonly DoneItem[],
  opened: OpenCalendar,
  context: RunContext,
): Promise<UndoPlan> {
  if (items.length === 0) return nothing;
  const { services, user } = context;
  const stream = await services.contactLinks.findStream(user.id, opened.accountSub);
  if (stream === undefined || opened.contacts === undefined) {
    const now = "contacts are not permitted for this account.";
    return { steps: [], left: items.map((item) => ({ item, why: "not-looked-at", now })) };
  }
  const { locale } = await services.studio.facts();
  const canon = { country: countryOfLocale(locale), limits: services.clients.limits };
  const { contacts } = opened;
  const read = () => readPeople(items, { stream, contacts, canon }, context);
  const personOf = await read();
  const undo: ContactUndo = { context, stream, contacts, canon, personOf };
  const planned = planUndo(
    items.map((item) => withCurrentTies(item, personOf(item))),
    (item) => nowOfPerson(item, personOf(item)),
  );
  if (context.report.isPreview) return planned;
  const leftInStudio = await putClientsBack(planned.steps, undo);
  // What the links remember has moved on with the studio's side.
  const isOnBothSides = new Set(planned.steps.map(({ item }) => item.side)).size > 1;
  const personNow = isOnBothSides ? await read() : personOf;
  const leftNow = [...leftInStudio, ...(await putContactsBack(planned.steps, { ...undo, personOf: personNow }))];
  const isLeft = new Set(leftNow.map(({ item }) => item.key));
  return { steps: planned.steps.filter(({ item }) => !isLeft.has(item.key)), left: [...planned.left, ...leftNow] };
}
