import { Clearances, Clients, Clock, UnitOfWork } from "../../api/index.js";
import type { ClientCard, ClientId, ClientRecord, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { ContactLinkStore } from "../contact-links/index.js";
import type { ContactLink } from "../contact-links/index.js";
import { cardOfFields, isPhoneField, phoneFieldOf, phoneOfText, shownField } from "../contacts/index.js";
import { ItemRefusedError } from "./errors.js";

/**
 * "Use the other value" of a client: the value that lost a conflict of two edits is entered in the studio after all, as
 * an edit of its own; the next run takes it to Google (C15).
 */
@injectable()
export class UseOtherContactValue {
  constructor(
    @inject(ContactLinkStore) private readonly links: ContactLinkStore,
    @inject(Clients) private readonly clients: Clients,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @inject(Clearances) private readonly clearances: Clearances,
    @inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * @returns the value that holds now, in words
   * @throws ItemRefusedError where no such value is on offer, or the viewer may not change clients (X1)
   * @throws StaleEntryError when the client changes at this very moment
   */
  async use(clientId: ClientId, field: string, viewer: UserId | undefined): Promise<string> {
    const { link, value } = await this.#offered(clientId, field, viewer);
    const [client] = await this.clients.find([clientId]);
    if (client === undefined || client.isDeleted) throw new ItemRefusedError("This client does not exist any more.");
    if (viewer !== undefined && !(await this.clearances.allows(viewer, "Clients", "add-modify"))) {
      throw new ItemRefusedError("Changing it needs the clearance to change clients.", {
        hint: "Ask an administrator.",
      });
    }
    await this.unitOfWork.run(async (transaction) => {
      const reference = { clientId, version: client.version };
      const change = changeOf(client, field, value);
      await this.clients.change(reference, change, { changedAt: this.clock.now() }, transaction);
      const lost = link.lost.filter((one) => one.field !== field);
      await this.links.changeEach([{ id: link.id, change: { lost } }], transaction);
    });
    return shownField(field, value);
  }

  /** The value, of the viewer's own contacts or, for an administrator, of anybody's (P4). */
  async #offered(
    clientId: ClientId,
    field: string,
    viewer: UserId | undefined,
  ): Promise<{ readonly link: ContactLink; readonly value: string }> {
    const isForAll = viewer === undefined || (await this.clearances.allows(viewer, "Users", "add-modify"));
    for (const link of await this.links.findByClient(clientId)) {
      const lost = link.lost.find((one) => one.field === field);
      if (lost === undefined) continue;
      const stream = await this.links.findStreamById(link.streamId);
      if (isForAll || stream?.userId === viewer) return { link, value: lost.value };
    }
    throw new ItemRefusedError(`No other value of "${field}" is on offer for client ${clientId}.`, {
      hint: "It is offered until the client or the contact changes again.",
    });
  }
}

function changeOf(client: ClientRecord, field: string, value: string): Partial<ClientCard> {
  if (!isPhoneField(field)) return cardOfFields({ [field]: value });
  const isThere = client.phones.some(({ id }) => id !== undefined && phoneFieldOf(id) === field);
  if (!isThere) return { phones: [...client.phones, ...present(phoneOfText(value, undefined))] };
  return {
    phones: client.phones.flatMap((phone) =>
      phone.id !== undefined && phoneFieldOf(phone.id) === field ? present(phoneOfText(value, phone.id)) : [phone],
    ),
  };
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}
