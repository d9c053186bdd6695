import { Clearances, Users } from "../../api/index.js";
import type { EntryId, User, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore } from "../account/index.js";
import { LinkStore } from "../links/index.js";
import type { Link } from "../links/index.js";
import { ItemRefusedError } from "./errors.js";

/** An appointment or a session of the studio. */
export interface RecordOfSchedule {
  readonly kind: "appointment" | "session";
  readonly id: number;
}

/** A record as one user has it in the calendar in use. */
export interface ItemOfUser {
  readonly user: User;
  readonly entryId: EntryId;
  /** Undefined when the sync has not looked at it yet. */
  readonly link: Link | undefined;
}

/** Finds what a person means by a record: the item of each user who has it, as far as they may speak for that user. */
@injectable()
export class ItemsOfRecord {
  constructor(
    @inject(LinkStore) private readonly links: LinkStore,
    @inject(AccountStore) private readonly accounts: AccountStore,
    @inject(Users) private readonly users: Users,
    @inject(Clearances) private readonly clearances: Clearances,
  ) {}

  /**
   * @param viewer undefined for the command line, which has the rights of whoever holds the data
   * @throws ItemRefusedError where nobody has the record, or none of those the viewer may speak for (P4)
   */
  async of(record: RecordOfSchedule, viewer: UserId | undefined): Promise<readonly ItemOfUser[]> {
    const isForAll = viewer === undefined || (await this.clearances.allows(viewer, "Users", "add-modify"));
    const entries = (await this.links.entriesOfRecord(record.kind, record.id)).filter(
      ({ userId }) => isForAll || userId === viewer,
    );
    const items: ItemOfUser[] = [];
    for (const { userId, entryId } of entries) {
      const user = await this.users.findById(userId);
      if (user !== undefined) items.push({ user, entryId, link: await this.#linkOf(userId, entryId) });
    }
    if (items.length > 0) return items;
    throw new ItemRefusedError(
      `No user has ${record.kind} ${record.id} on the schedule, or it does not exist.`,
      isForAll ? {} : { hint: "Only administrators speak for other users." },
    );
  }

  async #linkOf(userId: UserId, entryId: EntryId): Promise<Link | undefined> {
    const account = await this.accounts.find(userId);
    if (account?.calendar === undefined) return undefined;
    const stream = await this.links.findStream(userId, account.sub, account.calendar.id);
    return (await this.links.findByEntry(entryId)).find(({ streamId }) => streamId === stream?.id);
  }
}
