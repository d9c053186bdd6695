import { StaleEntryError } from "../../api/index.js";
import type { ClientRecord, Transaction } from "../../api/index.js";
import type { ContactLinkChange } from "../contact-links/index.js";
import { cardOfFields } from "../contacts/index.js";
import { agreedOn } from "../engine/index.js";
import { effectOf, writtenBack } from "./person-now.js";
import type { ContactUndo, PersonNow } from "./person-now.js";
import { agreedOfNewPhones, clientPhonesBack } from "./phones-back.js";
import type { LeftAsIs, UndoStep } from "./plan-undo.js";
import { agreedAfter } from "./rest.js";

/**
 * Undoes what a run did to clients, each with its link and its journal line in one transaction (R1, R2).
 * @returns what changed between looking and writing, and stays as it is
 */
export async function putClientsBack(steps: readonly UndoStep[], undo: ContactUndo): Promise<readonly LeftAsIs[]> {
  const left: LeftAsIs[] = [];
  for (const step of steps.filter(({ item }) => item.side === "studio")) {
    const person = undo.personOf(step.item);
    if (step.kind === "bring-back" || person?.client === undefined) {
      left.push({ item: step.item, why: "changed-since" });
      continue;
    }
    const { client } = person;
    try {
      await undo.context.services.unitOfWork.run((transaction) =>
        putClientBack(step, { ...person, client }, undo, transaction),
      );
    } catch (error) {
      if (!(error instanceof StaleEntryError)) throw error;
      left.push({ item: step.item, why: "changed-since" });
    }
  }
  return left;
}

async function putClientBack(
  step: UndoStep,
  person: PersonNow & { readonly client: ClientRecord },
  { context: { services, runId, report }, canon }: ContactUndo,
  transaction: Transaction,
): Promise<void> {
  const { link, client, sides } = person;
  const { clients, contactLinks, journal, clock } = services;
  const reference = { clientId: client.id, version: client.version };
  if (step.kind === "set-back") {
    const texts = writtenBack(step);
    const change = { ...cardOfFields(texts), ...clientPhonesBack(texts, client, sides) };
    const written = await clients.change(reference, change, { changedAt: clock.now() }, transaction);
    const isInStep = link.clientVersion === client.version;
    const agreed = agreedAfter(link.agreed, "studio", step.fields);
    const rest: ContactLinkChange = {
      agreed: agreedOfNewPhones(agreed, step.fields, client, written, sides),
      clientVersion: isInStep ? written.version : undefined,
    };
    await contactLinks.changeEach([{ id: link.id, change: rest }], transaction);
    await journal.record(runId, [effectOf(step, "change", person, canon)], transaction);
    report.countContact("studio", "changed");
    return;
  }
  await clients.remove(reference, transaction);
  const rest: ContactLinkChange = {
    state: "baseline",
    clientId: undefined,
    clientGuid: undefined,
    clientVersion: undefined,
    agreed: link.agreed && agreedOn(link.agreed.google),
  };
  await contactLinks.changeEach([{ id: link.id, change: rest }], transaction);
  await journal.record(runId, [effectOf(step, "remove-from-studio", person, canon)], transaction);
  report.countContact("studio", "deleted");
}
