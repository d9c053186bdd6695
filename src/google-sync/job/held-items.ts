import { Preferences } from "../../api/index.js";
import type { ScheduleEntry } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { InvalidTimeError } from "../../base/wall-time.js";
import { fieldsOfEntry, fieldsOfEvent, ownerOfEvent } from "../calendar/index.js";
import type { CalendarCanon } from "../calendar/index.js";
import type { Fields } from "../engine/index.js";
import type { Link } from "../links/index.js";
import type { Question } from "../questions/index.js";
import { processorId, readCompanySettings } from "../settings/index.js";
import type { HeldItem } from "./held-item.js";
import { heldPeople } from "./held-people.js";
import { RunServices } from "./run-context.js";

/** Shows what is held: nothing is read from Google for it, and nothing is written. */
@injectable()
export class HeldItems {
  constructor(
    @inject(RunServices) private readonly services: RunServices,
    @inject(Preferences) private readonly preferences: Preferences,
  ) {}

  /** Appointments by start, people by name. A question about the zone has none. */
  async of(question: Question): Promise<readonly HeldItem[]> {
    const { links, schedule, studio } = this.services;
    const held = await links.findByQuestion(question.id);
    if (held.length === 0) return heldPeople(question, this.services);
    const found = await schedule.find(
      question.userId,
      held.flatMap(({ entryId }) => entryId ?? []),
    );
    const entries = new Map(found.map((entry) => [entry.entryId, entry]));
    const canon = await this.#canonFor(question);
    const { guid } = await studio.facts();
    return held
      .map((link) => heldItem(link, entries.get(link.entryId ?? ""), canon, guid))
      .toSorted((a, b) => startOf(a).localeCompare(startOf(b)) || a.id - b.id);
  }

  async #canonFor({ userId, streamId }: Question): Promise<CalendarCanon> {
    const { schedule, clearances, links, studio } = this.services;
    const stream = await links.findStreamById(streamId);
    const { titleTemplate, sendPhone, sendNotes } = await readCompanySettings(this.preferences);
    return {
      zone: stream?.keptZone ?? stream?.syncZone ?? (await studio.syncZone(processorId)),
      limits: schedule.limits,
      template: titleTemplate,
      sendsPhone: sendPhone,
      sendsNotes: sendNotes,
      maySeeClients: await clearances.allows(userId, "Clients", "view"),
    };
  }
}

function heldItem(link: Link, entry: ScheduleEntry | undefined, canon: CalendarCanon, studioGuid: string): HeldItem {
  const { seen } = link;
  const owner = seen && ownerOfEvent(seen.id, seen.privateProperties);
  const isForeign = owner !== undefined && owner.studioGuid !== studioGuid;
  const isPrivate =
    entry?.isPrivate === true ||
    link.agreed?.studio["private"] === "yes" ||
    isForeign ||
    seen?.visibility === "private" ||
    seen?.visibility === "confidential";
  const isInGoogle = seen !== undefined && !link.isDeletedInGoogle;
  return {
    id: link.id,
    about: "schedule",
    name: { title: entry?.description ?? seen?.summary ?? "", isPrivate },
    studio: entry && unlessUnreadable(() => fieldsOfEntry(entry, canon)),
    google: isInGoogle ? unlessUnreadable(() => fieldsOfEvent(seen, entry, canon)) : undefined,
  };
}

/** What cannot be said in the studio's words is there all the same (G3). */
function unlessUnreadable(fields: () => Fields): Fields {
  try {
    return fields();
  } catch (error) {
    if (error instanceof InvalidTimeError) return {};
    throw error;
  }
}

function startOf({ studio, google }: HeldItem): string {
  return studio?.["when"] ?? google?.["when"] ?? "";
}
