import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Notification, Notifications, Secrets } from "../../../../src/api/index.js";
import {
  AccountConnections,
  AccountKeeper,
  AccountRemoval,
  accountsMigration,
  AccountStates,
  CalendarChoices,
  Consents,
  KnexAccountStore,
  KnexConsentStore,
} from "../../../../src/google-sync/account/index.js";
import type { GoogleAccount, GoogleClient } from "../../../../src/google-sync/account/index.js";
import { createPacer } from "../../../../src/google-sync/google/index.js";
import { AesSecrets, StudioKey } from "../../../../src/host/secrets/index.js";
import { startLocalGoogle } from "../../../../src/local-google/index.js";
import type { LocalGoogle, LocalGoogleOptions } from "../../../../src/local-google/index.js";
import { FakeClock } from "../../../support/fake-clock.js";
import { RecordingLogger } from "../../../support/recording-logger.js";
import { openTestStudio } from "../../../support/studio.js";
import type { TestStudio } from "../../../support/studio.js";

export const signal = new AbortController().signal;
export const redirectUri = "http://127.0.0.1:7777/google-sync/connected";

/** What a person leaves ticked; the sign-in scopes come without asking. */
export const everything = ["calendar.events", "calendar.calendarlist.readonly", "contacts"];

/** Notifications that are there, by subject. */
export class RecordingNotifications implements Notifications {
  readonly shown = new Map<string, Notification>();
  told = 0;

  notify(notification: Notification): Promise<void> {
    this.shown.set(notification.subject, notification);
    this.told += 1;
    return Promise.resolve();
  }

  withdraw(subject: string): Promise<void> {
    this.shown.delete(subject);
    return Promise.resolve();
  }
}

/** A studio with an embedded database, a local Google, and the account services between them. */
export class AccountWorld {
  readonly notifications = new RecordingNotifications();
  readonly logger = new RecordingLogger();
  client: GoogleClient;
  readonly store: KnexAccountStore;
  readonly pending: KnexConsentStore;
  readonly consents: Consents;
  readonly connections: AccountConnections;
  readonly states: AccountStates;
  readonly calendars: CalendarChoices;
  readonly removal: AccountRemoval;

  private constructor(
    readonly studio: TestStudio,
    readonly google: LocalGoogle,
    readonly clock: FakeClock,
    readonly secrets: Secrets,
  ) {
    this.client = { clientId: "local-desktop-client", clientSecret: "local-desktop-secret", rootUrl: google.url };
    const settings = { read: () => Promise.resolve(this.client) };
    const database = studio.pluginDatabase();
    this.store = new KnexAccountStore(database, secrets);
    this.pending = new KnexConsentStore(database, secrets);
    this.connections = new AccountConnections(this.store, settings, createPacer(clock), clock, this.logger);
    this.states = new AccountStates(this.store, this.notifications, studio.users, clock);
    const keeper = new AccountKeeper(this.store, this.states, studio.users, clock);
    this.consents = new Consents(this.pending, keeper, settings, clock);
    this.calendars = new CalendarChoices(this.store, this.connections, studio.users);
    this.removal = new AccountRemoval(this.store, this.states, settings, clock, this.logger);
  }

  static async open(options: LocalGoogleOptions = {}): Promise<AccountWorld> {
    const clock = new FakeClock();
    const google = await startLocalGoogle({ clock, ...options });
    for (const email of ["anna@example.test", "bert@example.test"]) {
      google.accounts.add({ email, timeZone: "America/Chicago" });
    }
    const studio = await openTestStudio([accountsMigration]);
    const key = new StudioKey(
      join(tmpdir(), "no-such-key"),
      `spectra-studio-key-1:${Buffer.alloc(32, 7).toString("base64url")}`,
    );
    return new AccountWorld(studio, google, clock, new AesSecrets(key, "google-sync"));
  }

  async close(): Promise<void> {
    await this.studio.close();
    await this.google.dispose();
  }

  /** The person goes through Google's page and comes back. */
  async consent(userId: number, email: string, ticked: readonly string[] = everything): Promise<GoogleAccount> {
    const page = await this.consents.begin(userId, redirectUri);
    return this.consents.finish(await decide(page, { email, ticked }), userId, signal);
  }

  /** Consents, confirms the email and is ready. */
  async connect(userId: number, email: string, ticked: readonly string[] = everything): Promise<GoogleAccount> {
    const account = await this.consent(userId, email, ticked);
    await this.store.confirm(userId);
    return { ...account, isConfirmed: true };
  }

  /** Everything the database holds in this plugin's account tables, as text. */
  async storedText(): Promise<string> {
    const db = this.studio.pluginDatabase().query();
    const tables = ["google_sync_accounts", "google_sync_consents"];
    return JSON.stringify(await Promise.all(tables.map((table) => db(table).select("*"))));
  }
}

/** Decides on Google's consent page and follows the redirect as far as its query. */
export async function decide(
  page: string,
  decision: { readonly email: string; readonly ticked: readonly string[] } | "cancel",
): Promise<Readonly<Record<string, string>>> {
  const html = await (await fetch(page)).text();
  const request = /name="request" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const form = new URLSearchParams({ request, decision: decision === "cancel" ? "cancel" : "allow" });
  if (decision !== "cancel") {
    form.set("account", decision.email);
    for (const scope of decision.ticked) form.append("scope", `https://www.googleapis.com/auth/${scope}`);
  }
  const answer = await fetch(new URL("/o/oauth2/v2/auth/decision", page), {
    method: "POST",
    body: form,
    redirect: "manual",
  });
  return Object.fromEntries(new URL(answer.headers.get("location") ?? "http://no.redirect.test").searchParams);
}
