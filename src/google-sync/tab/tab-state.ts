import { Clients } from "../../api/index.js";
import type { PageAction, PageChoice, PageMessage, PageState, UserId } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore, CalendarChoices, missingPermissions } from "../account/index.js";
import type { GoogleAccount } from "../account/index.js";
import type { SyncSettings } from "../settings/index.js";
import { populateChoices } from "./populate-question.js";
import { SetupWarnings } from "./setup-warnings.js";
import { SyncFacts } from "./sync-facts.js";

/** What the Google tab shows beside its saved values (P2, P3). */
@injectable()
export class TabState {
  readonly #accounts: AccountStore;
  readonly #choices: CalendarChoices;
  readonly #warnings: SetupWarnings;
  readonly #facts: SyncFacts;
  readonly #clients: Clients;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(CalendarChoices) choices: CalendarChoices,
    @inject(SetupWarnings) warnings: SetupWarnings,
    @inject(SyncFacts) facts: SyncFacts,
    @inject(Clients) clients: Clients,
  ) {
    this.#accounts = accounts;
    this.#choices = choices;
    this.#warnings = warnings;
    this.#facts = facts;
    this.#clients = clients;
  }

  async of(userId: UserId, { user: settings }: SyncSettings): Promise<PageState> {
    const account = await this.#accounts.find(userId);
    const offered = await this.#offered(userId, account);
    const warnings = await this.#warnings.of(userId, settings, account);
    return {
      messages: [...accountMessages(account, settings.enabled), ...offered.messages, ...warnings],
      choices: {
        calendars: offered.calendars,
        clientGroups: await this.#activeGroups(),
        populateContacts: populateChoices,
      },
      actions: actionsFor(account, settings.enabled),
      facts: [
        { label: "Connection", value: connectionText(account) },
        ...(await this.#facts.of(userId, account, settings)),
      ],
    };
  }

  /** Active groups only (table P). */
  async #activeGroups(): Promise<readonly PageChoice[]> {
    const groups = await this.#clients.groups();
    return groups.flatMap(({ id, name, isInactive }) => (isInactive ? [] : [{ value: String(id), label: name }]));
  }

  /** Only asks Google when there is somebody to ask for; a Google that does not answer is said, not thrown. */
  async #offered(
    userId: UserId,
    account: GoogleAccount | undefined,
  ): Promise<{ readonly calendars: readonly PageChoice[]; readonly messages: readonly PageMessage[] }> {
    if (account?.isConfirmed !== true || account.state === "needs-reconnecting" || !account.permissions.calendar) {
      return { calendars: [{ value: "primary", label: "Primary calendar" }], messages: [] };
    }
    try {
      const calendars = await this.#choices.offered(userId, AbortSignal.timeout(10_000));
      return {
        calendars: calendars.map(({ id, name, isPrimary }) => ({ value: isPrimary ? "primary" : id, label: name })),
        messages: [],
      };
    } catch (error) {
      const chosen = account.calendar;
      return {
        calendars: chosen === undefined ? [] : [{ value: valueOf(chosen.id, account), label: chosen.name }],
        messages: [
          { severity: "warning", text: `The calendars could not be listed: ${messageOf(error)}`, field: "calendarId" },
        ],
      };
    }
  }
}

/** A primary calendar's id is the account's address; it stays "primary" on the tab, as nobody chose another one (A2). */
function valueOf(calendarId: string, { email }: GoogleAccount): string {
  return calendarId === email ? "primary" : calendarId;
}

function connectionText(account: GoogleAccount | undefined): string {
  if (account === undefined) return "Not connected";
  if (!account.isConfirmed) return `Waiting for confirmation of ${account.email}`;
  switch (account.state) {
    case "connected":
      return `Connected to ${account.email}`;
    case "needs-reconnecting":
      return `Needs reconnecting (${account.email})`;
    case "calendar-not-available":
      return `Calendar not available (${account.email})`;
    case "workspace-blocked":
      return `Not allowed by the administrator of the Google Workspace (${account.email})`;
    case "client-refused":
    case "api-not-enabled":
      return `Google refuses the studio's Google client (${account.email})`;
    case "no-calendar-permission":
      return `Google Calendar was not permitted (${account.email})`;
  }
}

function accountMessages(account: GoogleAccount | undefined, isEnabled: boolean): readonly PageMessage[] {
  if (account === undefined) {
    return isEnabled
      ? [{ severity: "warning", text: "The Google account is not authenticated yet.", field: "enabled" }]
      : [];
  }
  if (!account.isConfirmed) {
    return [{ severity: "information", text: `Is ${account.email} your Google account? Confirm it to begin.` }];
  }
  return [
    ...stateMessages(account.state),
    ...missingPermissions(account.permissions).map((text) => ({ severity: "warning" as const, text })),
  ];
}

/** What is wrong and who can do something about it. */
function stateMessages(state: GoogleAccount["state"]): readonly PageMessage[] {
  const error = (text: string, field?: string): readonly PageMessage[] => [
    { severity: "error", text, ...(field === undefined ? {} : { field }) },
  ];
  switch (state) {
    case "connected":
    case "no-calendar-permission":
      return [];
    case "needs-reconnecting":
      return error('Google no longer accepts the permission. Use "Authenticate My Google Account" to connect again.');
    case "calendar-not-available":
      return error(
        "The Google calendar cannot be found or may not be changed any more. Choose another one.",
        "calendarId",
      );
    case "workspace-blocked":
      return error(
        "The administrator of the Google Workspace does not allow the studio's app. Ask them to allow it, or connect a Gmail account.",
      );
    case "client-refused":
      return error(
        "Google does not accept the studio's client id and client secret. An administrator corrects them in Company (Studio) Preferences > Google.",
      );
    case "api-not-enabled":
      return error(
        "The studio's Google Cloud project has the Google Calendar API switched off. An administrator enables it in the Google Cloud Console.",
      );
  }
}

function actionsFor(account: GoogleAccount | undefined, isEnabled: boolean): readonly PageAction[] {
  const isUsable = account?.isConfirmed === true && account.state !== "needs-reconnecting";
  const connect: PageAction = {
    id: "connect",
    label: "Authenticate My Google Account",
    isEnabled: true,
    needsSavedValues: false,
  };
  const remove = (email: string): PageAction => ({
    id: "remove",
    label: "Remove My Google Account",
    isEnabled: true,
    note: email,
    needsSavedValues: false,
    confirm: `Remove the Google account ${email}? Syncing stops; nothing is deleted in the studio or in Google.`,
  });
  const confirm = (email: string): PageAction => ({
    id: "confirm",
    label: "Yes, this is my account",
    isEnabled: true,
    note: email,
    needsSavedValues: false,
  });
  return [
    ...(account === undefined || !isUsable ? [connect] : []),
    ...(account === undefined ? [] : [...(account.isConfirmed ? [] : [confirm(account.email)]), remove(account.email)]),
    { id: "sync-now", label: "Sync Now", isEnabled: isUsable && isEnabled, needsSavedValues: true },
    { id: "preview", label: "Preview", isEnabled: isUsable && isEnabled, needsSavedValues: true },
    ...(isUsable && !isEnabled
      ? [
          {
            id: "remove-events",
            label: "Remove the studio's events from today on",
            isEnabled: true,
            needsSavedValues: true,
          },
        ]
      : []),
  ];
}
