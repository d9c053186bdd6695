import { Clearances, Clock, Preferences, Schedule, UnitOfWork } from "../../api/index.js";
import type { ScheduleEntry, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { entryChangeOf } from "../calendar/index.js";
import type { TitleOptions } from "../calendar/index.js";
import type { Fields } from "../engine/index.js";
import { LinkStore } from "../links/index.js";
import { readSyncSettings } from "../settings/index.js";
import { ItemRefusedError } from "./errors.js";
import { ItemsOfRecord } from "./items-of-record.js";
import type { ItemOfUser, RecordOfSchedule } from "./items-of-record.js";

/**
 * "Use the other value": the value that lost a conflict of two edits is entered in the studio after all,
 * as an edit of its own; the next run takes it to Google (C15).
 */
@injectable()
export class UseOtherValue {
  constructor(
    @inject(ItemsOfRecord) private readonly items: ItemsOfRecord,
    @inject(Schedule) private readonly schedule: Schedule,
    @inject(LinkStore) private readonly links: LinkStore,
    @inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @inject(Clearances) private readonly clearances: Clearances,
    @inject(Preferences) private readonly preferences: Preferences,
    @inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * @returns the value that holds now
   * @throws ItemRefusedError where no such value is on offer, or the viewer may not change the record (X1)
   * @throws StaleEntryError when the record changes at this very moment
   */
  async use(record: RecordOfSchedule, field: string, viewer: UserId | undefined): Promise<string> {
    const items = await this.items.of(record, viewer);
    const item = items.find(({ link }) => link?.lost.some((lost) => lost.field === field));
    const value = item?.link?.lost.find((lost) => lost.field === field)?.value;
    if (item === undefined || value === undefined) {
      throw new ItemRefusedError(`No other value of "${field}" is on offer for ${record.kind} ${record.id}.`, {
        hint: "It is offered until the item changes again.",
      });
    }
    const [entry] = await this.schedule.find(item.user.id, [item.entryId]);
    if (entry === undefined) throw new ItemRefusedError("It is not on the schedule any more.");
    await this.#requireClearance(entry, viewer);
    await this.#enter(entry, item, { [field]: value });
    return value;
  }

  async #requireClearance({ kind }: ScheduleEntry, viewer: UserId | undefined): Promise<void> {
    const area = kind === "appointment" ? "Appointments" : "Sessions";
    if (viewer === undefined || (await this.clearances.allows(viewer, area, "add-modify"))) return;
    throw new ItemRefusedError(`Changing it needs the clearance to change ${area.toLowerCase()}.`, {
      hint: "Ask an administrator.",
    });
  }

  async #enter(entry: ScheduleEntry, { user, link }: ItemOfUser, fields: Fields): Promise<void> {
    const { company } = await readSyncSettings(this.preferences, user.id);
    const titles: TitleOptions = {
      template: company.titleTemplate,
      sendsPhone: company.sendPhone,
      maySeeClients: await this.clearances.allows(user.id, "Clients", "view"),
    };
    const { entryId, version } = entry;
    await this.unitOfWork.run(async (transaction) => {
      await this.schedule.change(
        { userId: user.id, entryId, version },
        entryChangeOf(fields, entry, titles),
        { changedAt: this.clock.now(), note: "The other value of two conflicting edits was chosen" },
        transaction,
      );
      if (link !== undefined) {
        const lost = link.lost.filter(({ field }) => fields[field] === undefined);
        await this.links.change(link.id, { lost }, transaction);
      }
    });
  }
}
