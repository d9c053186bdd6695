import { ClientMerges, Clearances, StaleEntryError } from "../../api/index.js";
import type { ClientRecord, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { mergeCandidates } from "../contact-run/index.js";
import type { Question } from "../questions/index.js";
import { AnswerRefusedError } from "./errors.js";
import { RunServices } from "./run-context.js";

/** "Merge the clients": two clients whose contacts were merged in Google become one in the studio (K8). */
@injectable()
export class MergeProposal {
  constructor(
    @inject(RunServices) private readonly services: RunServices,
    @inject(ClientMerges) private readonly merges: ClientMerges,
    @inject(Clearances) private readonly clearances: Clearances,
  ) {}

  /**
   * The client whose contact kept its link stays. What becomes of the rest is the next run's (K3).
   * @param answeredBy undefined for the command line, which has the rights of whoever holds the data
   * @throws AnswerRefusedError without the clearance to delete clients, or where the two are not what they were
   */
  async accept(question: Question, answeredBy: UserId | undefined): Promise<void> {
    if (answeredBy !== undefined && !(await this.clearances.allows(answeredBy, "Clients", "delete"))) {
      throw new AnswerRefusedError("Merging clients needs the clearance to delete clients.", {
        hint: "Ask an administrator.",
      });
    }
    const { survivor, other } = await this.#clientsOf(question);
    try {
      await this.merges.merge(referenceOf(survivor), referenceOf(other));
    } catch (error) {
      if (!(error instanceof StaleEntryError)) throw error;
      throw new AnswerRefusedError("One of the clients has just changed.", { cause: error, hint: "Answer once more." });
    }
  }

  async #clientsOf({ id }: Question): Promise<{ readonly survivor: ClientRecord; readonly other: ClientRecord }> {
    const [link] = await this.services.contactLinks.findByQuestion(id);
    const ids = link === undefined ? undefined : mergeCandidates(link);
    const found = ids === undefined ? [] : await this.services.clients.find([ids.survivor, ids.other]);
    const living = found.filter(({ isDeleted, mergedInto }) => !isDeleted && mergedInto === undefined);
    const survivor = living.find((client) => client.id === ids?.survivor);
    const other = living.find((client) => client.id === ids?.other);
    if (survivor !== undefined && other !== undefined && survivor !== other) return { survivor, other };
    throw new AnswerRefusedError("The two clients are not both there any more.", {
      hint: "Merge them by hand under Maintenance > Client > Clients, if they still need it.",
    });
  }
}

function referenceOf({ id, version }: ClientRecord): { readonly clientId: number; readonly version: string } {
  return { clientId: id, version };
}
