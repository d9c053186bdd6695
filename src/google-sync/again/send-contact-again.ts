import { Clearances, UnitOfWork } from "../../api/index.js";
import type { ClientId, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { ContactLinkStore } from "../contact-links/index.js";
import type { ContactLink, ContactLinkChange } from "../contact-links/index.js";
import { ItemRefusedError } from "./errors.js";

/** "Send again" and "Try again" of one client's contact (K3, K8, G3). */
@injectable()
export class SendContactAgain {
  constructor(
    @inject(ContactLinkStore) private readonly links: ContactLinkStore,
    @inject(Clearances) private readonly clearances: Clearances,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * For every user whose synced set the client has left, or whose sync of it failed; only for the viewer's own
   * where the viewer is no administrator.
   * @returns what the next run does, a line for each user
   * @throws ItemRefusedError where the client rests for nobody
   */
  async send(clientId: ClientId, viewer: UserId | undefined): Promise<readonly string[]> {
    const isAdministrator = viewer === undefined || (await this.clearances.allows(viewer, "Users", "add-modify"));
    const changes: { readonly id: number; readonly change: ContactLinkChange }[] = [];
    for (const link of await this.links.findByClient(clientId)) {
      const change = changeOf(link);
      const stream = await this.links.findStreamById(link.streamId);
      if (change !== undefined && (isAdministrator || stream?.userId === viewer)) changes.push({ id: link.id, change });
    }
    if (changes.length === 0) throw new ItemRefusedError("This client is synced as it should be, or not at all.");
    await this.unitOfWork.run((transaction) => this.links.changeEach(changes, transaction));
    return changes.map(() => "The next run sends the client to Google again.");
  }
}

function changeOf({ state, attempts, questionId }: ContactLink): ContactLinkChange | undefined {
  if (questionId !== undefined) return undefined;
  const fresh: ContactLinkChange = { attempts: 0, isParked: false, retryAt: undefined, problem: undefined };
  if (state === "left") return { ...fresh, directive: { kind: "keep", side: "studio" } };
  // Its contact became another client's (K8): it gets one of its own.
  if (state === "resting")
    return { ...fresh, state: "new", agreed: undefined, review: { candidates: [], decided: "new" } };
  return attempts > 0 ? fresh : undefined;
}
