import { Clearances, Users } from "../../api/index.js";
import type { ClearanceArea, UserId, When } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { wallTime } from "../../base/wall-time.js";
import { ClearanceMissingError } from "../security/index.js";
import { ClientStore, ResourceStore } from "../studio-data/index.js";
import type { ClientFields } from "../studio-data/index.js";
import { ImpossibleBookingError } from "./errors.js";

/** When something is, as typed. */
export interface TypedWhen {
  readonly start: string;
  /** Exclusive for all-day entries (C21). */
  readonly end: string;
  readonly isAllDay: boolean;
}

/** A client to choose from. */
export interface ClientChoice {
  readonly id: number;
  readonly name: string;
  /** Tells people of one name apart. */
  readonly detail: string;
}

/** What holds for appointments and sessions alike. */
@injectable()
export class BookingRules {
  constructor(
    @inject(Clearances) private readonly clearances: Clearances,
    @inject(Users) private readonly users: Users,
    @inject(ClientStore) private readonly clients: ClientStore,
    @inject(ResourceStore) private readonly resources: ResourceStore,
  ) {}

  /** One's own, or with the clearance others' too. @throws ClearanceMissingError */
  async mayView(area: ClearanceArea, concerned: readonly UserId[], viewer: UserId): Promise<void> {
    if (concerned.includes(viewer) || (await this.clearances.allows(viewer, area, "view"))) return;
    throw new ClearanceMissingError(area, "view");
  }

  /** @throws ImpossibleBookingError when it ends before it begins, or an all-day entry is not of whole days */
  whenOf({ start, end, isAllDay }: TypedWhen): When {
    const when = { start: wallTime(start), end: wallTime(end), isAllDay };
    if (when.end < when.start) throw new ImpossibleBookingError("end", "It ends before it begins.");
    if (isAllDay && (when.end <= when.start || !isMidnight(when.start) || !isMidnight(when.end))) {
      throw new ImpossibleBookingError("end", "An all-day entry lasts whole days.");
    }
    return when;
  }

  /** @throws ImpossibleBookingError naming the control that holds somebody or something there is not */
  async areKnown(chosen: {
    readonly userIds: readonly UserId[];
    readonly resourceIds: readonly number[];
    readonly clientId: number | undefined;
  }): Promise<void> {
    const users = new Set((await this.users.list()).map(({ id }) => id));
    if (!chosen.userIds.every((id) => users.has(id))) {
      throw new ImpossibleBookingError("userIds", "One of these users is not there any more.");
    }
    const resources = new Set((await this.resources.list()).map(({ id }) => id));
    if (!chosen.resourceIds.every((id) => resources.has(id))) {
      throw new ImpossibleBookingError("resourceIds", "One of these rooms or resources is not there any more.");
    }
    if (chosen.clientId === undefined) return;
    const client = await this.clients.findById(chosen.clientId);
    if (client === undefined || client.isDeleted) {
      throw new ImpossibleBookingError("clientId", "This client is not there any more; choose another one.");
    }
  }

  /** Active clients whose name, company or email has the text in it, by name; as many as a list to choose from shows. */
  async clientChoices(text: string): Promise<readonly ClientChoice[]> {
    const found = await this.clients.list({ limit: 20, ...(text === "" ? {} : { text }) });
    return found.map((client) => ({
      id: client.id,
      name: nameOf(client),
      detail: [client.company, client.email].filter((one) => one !== "" && one !== nameOf(client)).join(", "),
    }));
  }

  /** What a client is called; empty for none. */
  async clientName(clientId: number | undefined): Promise<string> {
    const client = clientId === undefined ? undefined : await this.clients.findById(clientId);
    return client === undefined ? "" : nameOf(client);
  }
}

function nameOf({ firstName, lastName, company }: Pick<ClientFields, "firstName" | "lastName" | "company">): string {
  return `${firstName} ${lastName}`.trim() || company;
}

function isMidnight(time: string): boolean {
  return time.endsWith("T00:00:00");
}
