import { UnitOfWork } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { LinkStore } from "../links/index.js";
import type { Link, LinkChange } from "../links/index.js";
import { ItemRefusedError } from "./errors.js";
import { ItemsOfRecord } from "./items-of-record.js";
import type { ItemOfUser, RecordOfSchedule } from "./items-of-record.js";

/** Which side's values are to hold where the two differ and rest. */
export type ChosenSide = "studio" | "google";

const triedAnew = {
  attempts: 0,
  isParked: false,
  retryAt: undefined,
  problem: undefined,
  triedVersion: undefined,
  triedEtag: undefined,
} satisfies LinkChange;

/**
 * "Sync again" and "Try again" for one record: what rests since an Undo travels with the next run (R2),
 * what was parked is tried anew (G3).
 */
@injectable()
export class SyncAgain {
  constructor(
    @inject(ItemsOfRecord) private readonly items: ItemsOfRecord,
    @inject(LinkStore) private readonly links: LinkStore,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * @param use needed where both sides are there and differ
   * @returns what the next run will do, one sentence per user
   * @throws ItemRefusedError
   */
  async again(
    record: RecordOfSchedule,
    viewer: UserId | undefined,
    use: ChosenSide | undefined,
  ): Promise<readonly string[]> {
    const items = await this.items.of(record, viewer);
    const decided = items.map((item) => ({ ...item, ...decide(item, use) }));
    await this.unitOfWork.run(async (transaction) => {
      for (const { link, change } of decided)
        if (link !== undefined && change !== undefined) await this.links.change(link.id, change, transaction);
    });
    return decided.map(({ user, says }) => `${user.initials}: ${says}`);
  }
}

function decide(
  { link }: ItemOfUser,
  use: ChosenSide | undefined,
): { readonly change?: LinkChange; readonly says: string } {
  if (link === undefined) return { says: "the next run looks at it." };
  if (link.questionId !== undefined) {
    throw new ItemRefusedError(`It waits for an answer to question ${link.questionId}.`, {
      hint: "Answer it under Held Changes.",
    });
  }
  if (link.attempts > 0) return { change: triedAnew, says: "the next run tries it again." };
  if (link.state === "baseline") return { change: { state: "new" }, says: "the next run sends it." };
  if (link.state !== "linked") return { says: "nothing is to be sent again." };
  const differing = restingDifferences(link);
  if (differing.length === 0) return { says: "both sides hold the same." };
  if (use === undefined) {
    throw new ItemRefusedError(`Studio and Google differ in ${differing.join(", ")}.`, {
      hint: "Say whose values are to hold: the studio's or Google's.",
    });
  }
  const whose = use === "studio" ? "the studio's" : "Google's";
  return { change: { directive: { kind: "keep", side: use } }, says: `the next run makes ${whose} values hold.` };
}

/** Fields on which the sides were left unequal on purpose. */
function restingDifferences({ agreed }: Link): readonly string[] {
  if (agreed === undefined) return [];
  return Object.keys(agreed.studio).filter(
    (field) => agreed.google[field] !== undefined && agreed.google[field] !== agreed.studio[field],
  );
}
