import { Users } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { AccessRole, CalendarApi, GoogleCalendar } from "../google/index.js";
import { AccountConnections } from "./account-connections.js";
import { AccountStore } from "./account-store.js";
import { CalendarNotOfferedError, CalendarTakenError } from "./errors.js";
import type { ChosenCalendar, GoogleAccount } from "./google-account.js";
import { nameOf } from "./user-name.js";

/** A calendar the user may choose. */
export interface OfferedCalendar extends ChosenCalendar {
  /** Preselected while nothing is chosen. */
  readonly isPrimary: boolean;
}

/** The calendars an account offers, and the choice of one (A2, A3). */
@injectable()
export class CalendarChoices {
  readonly #accounts: AccountStore;
  readonly #connections: AccountConnections;
  readonly #users: Users;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(AccountConnections) connections: AccountConnections,
    @inject(Users) users: Users,
  ) {
    this.#accounts = accounts;
    this.#connections = connections;
    this.#users = users;
  }

  /** Calendars with write access, the primary first. @throws GoogleError, AccountNotConnectedError */
  async offered(userId: UserId, signal: AbortSignal): Promise<readonly OfferedCalendar[]> {
    const { account, connection } = await this.#connections.connectionFor(userId, { signal });
    const calendars = account.permissions.calendarList
      ? await connection.calendar.listCalendars()
      : [await primaryOf(account, connection.calendar)];
    return offeredOf(calendars);
  }

  /**
   * Chooses a calendar of those offered.
   * @param calendarId a real id, or "primary"
   * @throws CalendarNotOfferedError, CalendarTakenError (A3), GoogleError, AccountNotConnectedError
   */
  async choose(userId: UserId, calendarId: string, signal: AbortSignal): Promise<ChosenCalendar> {
    const offered = await this.offered(userId, signal);
    const chosen = offered.find(({ id, isPrimary }) => id === calendarId || (isPrimary && calendarId === "primary"));
    if (chosen === undefined) throw new CalendarNotOfferedError();
    const calendar: ChosenCalendar = { id: chosen.id, name: chosen.name, zone: chosen.zone };
    await this.#refuseIfTaken(userId, calendar);
    try {
      await this.#accounts.chooseCalendar(userId, calendar);
    } catch (failure) {
      // Somebody else chose it in this very moment: say so instead.
      await this.#refuseIfTaken(userId, calendar);
      throw failure;
    }
    return calendar;
  }

  async #refuseIfTaken(userId: UserId, calendar: ChosenCalendar): Promise<void> {
    const taken = await this.#accounts.findByCalendar(calendar.id);
    if (taken === undefined || taken.userId === userId) return;
    throw new CalendarTakenError(calendar.name, await nameOf(this.#users, taken.userId));
  }
}

/** Whoever may not write to a calendar cannot sync with it. */
function offeredOf(calendars: readonly GoogleCalendar[]): readonly OfferedCalendar[] {
  return calendars
    .filter(({ accessRole }) => mayWrite(accessRole))
    .map(({ id, name, timeZone, isPrimary }) => ({ id, name, zone: timeZone, isPrimary }))
    .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary) || a.name.localeCompare(b.name));
}

function mayWrite(role: AccessRole): boolean {
  return role === "owner" || role === "writer";
}

/**
 * The primary calendar without the calendar list permission (A4). Its real id is the account's
 * address; zone, title and access come with the first page of its events, and the address is
 * proved by being answered.
 */
async function primaryOf(account: GoogleAccount, calendar: CalendarApi): Promise<GoogleCalendar> {
  for await (const { timeZone, accessRole, title } of calendar.listEvents(account.email, undefined)) {
    return { id: account.email, name: title === "" ? account.email : title, timeZone, accessRole, isPrimary: true };
  }
  throw new CalendarNotOfferedError();
}
