import type { ClientGroupRecord } from "../../api/index.js";
import type { ContactStream } from "../contact-links/index.js";
import { GoogleError } from "../google/index.js";
import type { ContactLabel, ContactsApi, LiveContact } from "../google/index.js";
import type { ContactServices } from "./contact-services.js";

/**
 * The Google label of the client group's name that the group's contacts are kept in (K1). Labels are listed only
 * with a full read, or when something says that ours may be gone.
 */
export class OurLabel {
  #resourceName: string | undefined;
  #listed: readonly ContactLabel[] | undefined;
  #isRemade: boolean;
  #isAnew = false;

  /** @param isPreview what is found out about the label is not kept then (R3) */
  constructor(
    private readonly stream: ContactStream,
    private readonly group: ClientGroupRecord,
    private readonly contacts: ContactsApi,
    private readonly services: ContactServices,
    private readonly isPreview: boolean,
  ) {
    const { label, isLabelRemade, groupGuid } = stream;
    this.#resourceName = label;
    this.#isRemade = isLabelRemade;
    this.#isAnew = isPreview && groupGuid !== undefined && groupGuid !== group.guid;
  }

  /** Undefined until it is known, or made. */
  get resourceName(): string | undefined {
    return this.#resourceName;
  }

  /** No contact was put under it yet, whatever its link says: it is another group's, or is to be made again. */
  get isAnew(): boolean {
    return this.#isAnew;
  }

  holds({ memberships }: LiveContact): boolean {
    return this.#resourceName !== undefined && memberships.includes(this.#resourceName);
  }

  /** The label, where Google has one of that name already; makes none. */
  async find(): Promise<string | undefined> {
    if (this.#resourceName !== undefined) return this.#resourceName;
    const found = (await this.#list()).find(({ name, isSystem }) => name === this.group.name && !isSystem);
    if (found !== undefined) await this.#keep(found);
    return found?.resourceName;
  }

  /** The label, made where it is missing, renamed with the group. */
  async ensure(): Promise<string> {
    const found = await this.find();
    if (found === undefined) return this.#keep(await this.contacts.createLabel(this.group.name));
    if (this.stream.label === found && this.stream.labelName !== this.group.name) await this.#rename(found);
    return found;
  }

  /**
   * Whether the label is still there. One deleted in Google is made again once, and its contacts are put under it
   * again; the second time they are left as they are (K3).
   */
  async verify(): Promise<"there" | "to-be-remade" | "gone"> {
    const known = this.#resourceName;
    if (known === undefined || (await this.#list()).some(({ resourceName }) => resourceName === known)) return "there";
    const isFirstTime = !this.#isRemade;
    if (this.isPreview) this.#isAnew = isFirstTime;
    else await this.#forget(isFirstTime);
    this.#resourceName = undefined;
    this.#isRemade = true;
    return isFirstTime ? "to-be-remade" : "gone";
  }

  async #forget(isFirstTime: boolean): Promise<void> {
    const { contactLinks, unitOfWork } = this.services;
    const change = { label: undefined, labelName: undefined, isLabelRemade: true };
    await unitOfWork.run(async (transaction) => {
      await contactLinks.changeStream(this.stream.id, change, transaction);
      if (isFirstTime) await contactLinks.forgetLabels(this.stream.id, transaction);
    });
  }

  /** The labels of a full read. */
  async noteListing(): Promise<void> {
    await this.#list();
  }

  async #list(): Promise<readonly ContactLabel[]> {
    this.#listed ??= await this.contacts.listLabels();
    return this.#listed;
  }

  async #keep({ resourceName, name }: ContactLabel): Promise<string> {
    const change = { label: resourceName, labelName: name };
    if (!this.isPreview) await this.services.contactLinks.changeStream(this.stream.id, change);
    this.#resourceName = resourceName;
    return resourceName;
  }

  /** The label follows the group's name; where another label has the name, ours keeps its own. */
  async #rename(resourceName: string): Promise<void> {
    const label = (await this.#list()).find((one) => one.resourceName === resourceName);
    try {
      if (label !== undefined) await this.contacts.renameLabel(label, this.group.name);
    } catch (error) {
      if (!(error instanceof GoogleError && error.verdict.kind === "duplicate-id")) throw error;
    }
    await this.services.contactLinks.changeStream(this.stream.id, { labelName: this.group.name });
  }
}
