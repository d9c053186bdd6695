import type { Transaction } from "../../api/index.js";
import type { ContactLinkChange } from "../contact-links/index.js";
import type { RunContext } from "../job/index.js";
import type { PeopleFinding } from "./finding.js";
import type { PeopleListings } from "./people-listings.js";

/**
 * Prepares the next run to put findings about clients and contacts right; writes our own books only. What then
 * happens on either side is planned, guarded and reported like anything else (R5).
 */
export async function preparePeople(
  findings: readonly PeopleFinding[],
  listings: PeopleListings,
  { services: { unitOfWork, contactLinks } }: RunContext,
): Promise<void> {
  const { stream } = listings;
  await unitOfWork.run(async (transaction) => {
    await rememberUnknown(listings, contactLinks, transaction);
    for (const { kind, linkIds } of findings) {
      if (kind === "wrong-owner") await contactLinks.delete(linkIds, transaction);
      const change = changeFor(kind);
      if (change === undefined) continue;
      await contactLinks.changeEach(
        linkIds.map((id) => ({ id, change })),
        transaction,
      );
    }
    // A complete listing brings back what a delta would never name again (G7).
    await contactLinks.changeStream(stream.id, { syncToken: undefined }, transaction);
  });
}

function changeFor(kind: PeopleFinding["kind"]): ContactLinkChange | undefined {
  switch (kind) {
    case "dangling-link":
      // The contact's own GET said so, and one way no listing would say it again (K3).
      return { isDeletedInGoogle: true, seenEtag: "deleted", clientVersion: undefined };
    case "field-drift":
      return { clientVersion: undefined, decidedEtag: undefined };
    case "stuck":
      return { questionId: undefined };
    case "missing-link":
      return { isParked: false, attempts: 0, retryAt: undefined };
    case "wrong-owner":
    case "double":
    case "foreign-mark":
    case "unknown-entry":
      return undefined;
  }
}

/**
 * Contacts whose rows were lost: remembered as ones that were there before, so that the listing to come does not
 * make clients of them (K2). A client on the way to Google is found among them by its mark, or by who it is (K6).
 */
async function rememberUnknown(
  { stream, contacts, links, news }: PeopleListings,
  contactLinks: RunContext["services"]["contactLinks"],
  transaction: Transaction,
): Promise<void> {
  const known = new Set(links.flatMap(({ resourceName }) => resourceName ?? []));
  const unknown = [...contacts.values()].filter(
    (contact) => !known.has(contact.resourceName) && !news.isOfUnknown(contact),
  );
  await contactLinks.insert(
    stream.id,
    unknown.map((contact) => ({
      state: "baseline",
      resourceName: contact.resourceName,
      seen: contact,
      seenEtag: contact.sourceEtag,
      decidedEtag: contact.sourceEtag,
    })),
    transaction,
  );
}
