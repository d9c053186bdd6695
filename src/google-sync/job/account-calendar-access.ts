import { StudioKeyMissingError, UnreadableSecretError } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import type { CodedError } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import {
  AccountConnections,
  AccountNotConnectedError,
  AccountStates,
  GoogleClientNotSetUpError,
} from "../account/index.js";
import type { GoogleError } from "../google/index.js";
import type { CalendarAccess, NotOpened, OpenCalendar } from "./calendar-access.js";

/** Opens users' calendars with their connected accounts, and keeps the accounts' state. */
@injectable()
export class AccountCalendarAccess implements CalendarAccess {
  readonly #connections: AccountConnections;
  readonly #states: AccountStates;

  constructor(
    @inject(AccountConnections) connections: AccountConnections,
    @inject(AccountStates) states: AccountStates,
  ) {
    this.#connections = connections;
    this.#states = states;
  }

  async open(
    userId: UserId,
    signal: AbortSignal,
  ): Promise<{ readonly opened: OpenCalendar } | { readonly notOpened: NotOpened }> {
    try {
      const { account, connection } = await this.#connections.connectionFor(userId, { signal });
      if (account.calendar === undefined) {
        return { notOpened: { code: "no-calendar-chosen", reason: "No Google calendar is chosen on the Google tab." } };
      }
      const { sub, calendar, permissions } = account;
      return {
        opened: {
          accountSub: sub,
          calendarId: calendar.id,
          calendar: connection.calendar,
          contacts: permissions.contacts ? connection.contacts : undefined,
        },
      };
    } catch (error) {
      const isExpected =
        error instanceof AccountNotConnectedError ||
        error instanceof GoogleClientNotSetUpError ||
        error instanceof StudioKeyMissingError ||
        error instanceof UnreadableSecretError;
      if (!isExpected) throw error;
      return { notOpened: { code: codeOf(error), reason: [error.message, error.hint].filter(Boolean).join(". ") } };
    }
  }

  heard(userId: UserId, error: GoogleError | undefined): Promise<void> {
    return this.#states.heard(userId, error);
  }
}

/** A lasting trouble keeps the name it had when Google first said it, run after run (J6). */
function codeOf(error: CodedError): string {
  if (!(error instanceof AccountNotConnectedError)) return error.code;
  switch (error.state) {
    case "needs-reconnecting":
      return "google-needs-reconnecting";
    case "no-calendar-permission":
      return "google-scope-missing";
    default:
      return error.code;
  }
}
