import type { Transaction } from "../../api/index.js";
import type { ContactLink } from "../contact-links/index.js";
import type { GoogleContact } from "../google/index.js";
import type { ContactServices } from "./contact-services.js";

/**
 * Follows contacts to the names they have got (K8): linked to a profile, or merged in Google. Of several linked
 * contacts that became one the first keeps the link; the others' clients rest. One that was deleted under its new name
 * before anybody looked is followed too, or nobody would hear that it is gone (K3).
 */
export async function followMerges(
  contacts: readonly GoogleContact[],
  streamId: number,
  { contactLinks }: Pick<ContactServices, "contactLinks">,
  transaction: Transaction,
): Promise<void> {
  for (const contact of contacts) {
    if (contact.previousResourceNames.length === 0) continue;
    const names = [...contact.previousResourceNames, contact.resourceName];
    const rows = await contactLinks.findByResourceNames(streamId, names, transaction);
    const kept = rows.find(isLinked) ?? rows.find(({ clientGuid }) => clientGuid !== undefined) ?? rows[0];
    const isAsKnown = rows.length === 1 && kept?.resourceName === contact.resourceName;
    if (kept === undefined || isAsKnown) continue;
    await giveWay(
      rows.filter(({ id }) => id !== kept.id),
      kept,
      { contactLinks },
      transaction,
    );
    await contactLinks.changeEach([{ id: kept.id, change: renamed(contact) }], transaction);
  }
}

function isLinked({ state }: ContactLink): boolean {
  return state === "linked";
}

/** The copy is stored by whoever reads; until then nothing is seen under the new name. */
function renamed({
  resourceName,
}: GoogleContact): Parameters<ContactServices["contactLinks"]["changeEach"]>[0][0]["change"] {
  return { resourceName, isDeletedInGoogle: false, seenEtag: undefined };
}

/** Their clients rest, and are proposed for merging with the one who keeps the contact. */
async function giveWay(
  rows: readonly ContactLink[],
  { clientId }: ContactLink,
  { contactLinks }: Pick<ContactServices, "contactLinks">,
  transaction: Transaction,
): Promise<void> {
  const ofClients = rows.filter(({ clientGuid }) => clientGuid !== undefined);
  await contactLinks.changeEach(
    ofClients.map(({ id }) => ({
      id,
      change: {
        state: "resting",
        resourceName: undefined,
        seen: undefined,
        seenEtag: undefined,
        decidedEtag: undefined,
        isDeletedInGoogle: false,
        review: clientId === undefined ? undefined : { candidates: [String(clientId)] },
        questionId: undefined,
      },
    })),
    transaction,
  );
  await contactLinks.delete(
    rows.filter(({ clientGuid }) => clientGuid === undefined).map(({ id }) => id),
    transaction,
  );
}
