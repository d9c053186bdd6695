import type { ClientGroupRecord } from "../../api/index.js";
import type { ContactStream } from "../contact-links/index.js";
import { GoogleError } from "../google/index.js";
import type { ContactLabel, ContactsApi, LiveContact } from "../google/index.js";
import type { ReportBuilder } from "../reports/index.js";
import type { ContactServices } from "./contact-services.js";

/** What became of a label: still there, deleted for the first time, or again (K3). */
export type LabelVerdict = "there" | "to-be-remade" | "gone";

/**
 * The Google label of the client group's name that the group's contacts are kept in (K1). Labels are listed only
 * with a full read, or when something says that ours may be gone.
 */
export class OurLabel {
  #resourceName: string | undefined;
  #listed: readonly ContactLabel[] | undefined;
  #isRemade: boolean;
  #isAnew = false;
  #isMade = false;
  #isVerified = false;
  #isNameFollowed = false;
  /** What this run found out about the label it began with. */
  #verdict: LabelVerdict = "there";

  /** @param report told of a label that is made again; what a preview finds out about the label is not kept (R3) */
  constructor(
    private readonly stream: ContactStream,
    private readonly group: ClientGroupRecord,
    private readonly contacts: ContactsApi,
    private readonly services: ContactServices,
    private readonly report: ReportBuilder,
  ) {
    const { label, isLabelRemade, groupGuid } = stream;
    this.#resourceName = label;
    this.#isRemade = isLabelRemade;
    this.#isAnew = report.isPreview && groupGuid !== undefined && groupGuid !== group.guid;
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
    if (found === undefined) return this.#make();
    await this.followName();
    return found;
  }

  /** The group's name, where the group was given another one (K1). */
  async followName(): Promise<void> {
    const { label, labelName } = this.stream;
    const isOurs = label !== undefined && label === this.#resourceName;
    if (isOurs && labelName !== this.group.name && !this.#isNameFollowed) await this.#rename(label);
    this.#isNameFollowed = true;
  }

  /**
   * Whether the label the run began with is still there. One deleted in Google is made again once, and its contacts
   * are put under it again; the second time they are left as they are (K3).
   */
  async verify(): Promise<LabelVerdict> {
    const known = this.#resourceName;
    // Found missing before, and not made again yet.
    if (known === undefined) return this.#verdict;
    if (this.#isMade || (await this.#isListed(known))) return "there";
    const isFirstTime = !this.#isRemade;
    if (this.#isPreview) this.#isAnew = isFirstTime;
    else await this.#forget(isFirstTime);
    this.#resourceName = undefined;
    this.#isRemade = true;
    this.#verdict = isFirstTime ? "to-be-remade" : "gone";
    if (isFirstTime)
      this.report.warn(
        "label-made-again",
        `The label "${this.group.name}" was deleted in Google and is made again, this once.`,
      );
    return this.#verdict;
  }

  /** Looked up anew, once in a run: it may have gone since the labels were listed. */
  async #isListed(known: string): Promise<boolean> {
    if (!this.#isVerified) this.#listed = undefined;
    this.#isVerified = true;
    return (await this.#list()).some(({ resourceName }) => resourceName === known);
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

  async #make(): Promise<string> {
    const made = await this.#keep(await this.contacts.createLabel(this.group.name));
    this.#isMade = true;
    return made;
  }

  get #isPreview(): boolean {
    return this.report.isPreview;
  }

  async #keep({ resourceName, name }: ContactLabel): Promise<string> {
    const change = { label: resourceName, labelName: name };
    if (!this.#isPreview) await this.services.contactLinks.changeStream(this.stream.id, change);
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
