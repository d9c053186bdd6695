import assert from "node:assert/strict";

import type {
  Claims,
  ClearanceArea,
  ClearanceLevel,
  ClientMerges,
  Clearances,
  Erasures,
  Mail,
  Mailer,
  Notification,
  Notifications,
  PreferenceValues,
  Preferences,
  Progress,
  ProgressReport,
  Studio,
  TouchedEntry,
  UserId,
} from "../../src/api/index.js";
import { zoneName } from "../../src/base/wall-time.js";
import type { ZoneName } from "../../src/base/wall-time.js";
import { SendContactAgain } from "../../src/google-sync/again/index.js";
import { CheckRun } from "../../src/google-sync/check/index.js";
import { KnexContactLinkStore } from "../../src/google-sync/contact-links/index.js";
import {
  createGoogleConnection,
  createPacer,
  createRetryBudget,
  unlimitedPace,
} from "../../src/google-sync/google/index.js";
import type { GoogleError, Pacer } from "../../src/google-sync/google/index.js";
import {
  AnswerQuestion,
  CalendarVisits,
  GoogleSyncProcessor,
  MergeProposal,
  UserSync,
} from "../../src/google-sync/job/index.js";
import type { CalendarAccess, RunServices, UserRun, UserRunResult } from "../../src/google-sync/job/index.js";
import { KnexJournal } from "../../src/google-sync/journal/index.js";
import { KnexLinkStore } from "../../src/google-sync/links/index.js";
import { KnexMailStateStore, SyncMail } from "../../src/google-sync/mail/index.js";
import type { RunMail } from "../../src/google-sync/mail/index.js";
import { googleSyncMigrations } from "../../src/google-sync/migrations.js";
import { KnexQuestionStore } from "../../src/google-sync/questions/index.js";
import type { Question } from "../../src/google-sync/questions/index.js";
import type { RunReport } from "../../src/google-sync/reports/index.js";
import { UndoRun } from "../../src/google-sync/undo/index.js";
import type { UndoResult } from "../../src/google-sync/undo/index.js";
import { KnexForgetting, Upkeep } from "../../src/google-sync/upkeep/index.js";
import { ClientRecords, MergesByPlugins } from "../../src/host/clients/index.js";
import { ClientGroupStore, ClientSearch, ClientStore, ErasureStore } from "../../src/host/studio-data/index.js";
import type { StudioConnection } from "../../src/host/studio-data/index.js";
import { startLocalGoogle } from "../../src/local-google/index.js";
import type { CalendarActions, ContactActions, LocalGoogle, LocalGoogleOptions } from "../../src/local-google/index.js";
import { assertHarmlessWrites, assertNothingUnspoken } from "./harmless-writes.js";
import type { StatementListener } from "./mssql-stand-in.js";
import { RecordingLogger } from "./recording-logger.js";
import { SteppingClock } from "./stepping-clock.js";
import { aUser, mssqlStandInStudio, openTestStudio } from "./studio.js";
import type { MadeUser, TestStudio } from "./studio.js";

/** The Google tab of a user in a bench. */
export interface BenchSettings {
  readonly enabled?: boolean;
  readonly sendAppointments?: boolean;
  readonly downloadTentative?: boolean;
  readonly populateGoogle?: boolean;
  readonly populateStudio?: boolean;
  readonly populateContacts?: "labelled" | "all";
  readonly emailWarnings?: boolean;
  readonly emailReport?: boolean;
  readonly emailAddress?: string;
  readonly sendContacts?: boolean;
  readonly clientGroupId?: number | null;
}

/** A person of the studio with a Google account. */
export interface BenchPerson extends MadeUser {
  readonly email: string;
  readonly google: CalendarActions;
  /** Google Contacts as the person sees them. */
  readonly contacts: ContactActions;
}

const userDefaults = {
  enabled: true,
  calendarId: "primary",
  populateGoogle: false,
  populateStudio: false,
  populateContacts: "ask",
  sendAppointments: false,
  downloadTentative: false,
  sendContacts: false,
  clientGroupId: null,
  emailWarnings: false,
  emailReport: false,
  emailAddress: "",
};

/** Each contains the ones before; nobody is denied the first. */
const clearanceLevels: readonly ClearanceLevel[] = ["none", "view", "add-modify", "delete"];

/**
 * A studio, a local Google and the sync between them, everything real but the clock, the
 * preferences and who is told: the bench of the scenario tests.
 */
export class SyncBench {
  readonly notifications: Notification[] = [];
  /** How far runs said they were. */
  readonly progressed: ProgressReport[] = [];
  readonly #progress: Progress = { report: (_userId, report) => void this.progressed.push(report) };
  /** What the search for schedule conflicts was asked to look at (S1). */
  readonly touched: TouchedEntry[] = [];
  /** Mails handed over, newest last. */
  readonly mails: Mail[] = [];
  /** Takes every mail, unless a scenario puts a mailer of its own in its place. */
  mailer: Mailer = {
    send: (mail) => {
      this.mails.push(mail);
      return Promise.resolve({ kind: "accepted" });
    },
    isSetUp: () => Promise.resolve(true),
  };
  readonly company: Record<string, unknown> = {
    clientId: "local-desktop-client",
    clientSecret: "",
    titleTemplate: "{client} - {description}",
    sendNotes: false,
    sendPhone: false,
    populateMonths: 3,
    journalDays: 90,
    guardDeletions: 10,
    guardDeletionShare: 20,
    guardMoves: 10,
    guardMoveShare: 50,
    guardReplacements: 20,
    guardReplacementShare: 20,
    guardNewClients: 50,
    guardNewClientShare: 20,
  };
  readonly logger = new RecordingLogger();
  /** What the account room was told, by user. */
  readonly heard = new Map<UserId, GoogleError | undefined>();
  zone: ZoneName = zoneName("America/Chicago");
  /** Takes the place of real services, for a scenario that breaks in. */
  readonly replaced: { -readonly [Name in keyof RunServices]?: RunServices[Name] } = {};
  /** Takes the place of the pacer every request passes, for a scenario that stops there. */
  pacer: Pacer | undefined;
  readonly #settings = new Map<UserId, Record<string, unknown>>();
  readonly #people = new Map<UserId, BenchPerson>();
  readonly #calendars = new Map<UserId, string>();
  readonly #withoutContacts = new Set<UserId>();
  readonly #denied = new Set<string>();
  readonly #disconnected = new Set<UserId>();
  readonly #claimed = new Set<string>();

  private constructor(
    readonly studio: TestStudio,
    readonly google: LocalGoogle,
    readonly clock: SteppingClock,
  ) {}

  static async open(
    options: Omit<LocalGoogleOptions, "clock"> = {},
    wrap?: (connection: StudioConnection) => StudioConnection,
  ): Promise<SyncBench> {
    return SyncBench.#on(await openTestStudio(googleSyncMigrations, wrap), options);
  }

  /** A bench whose every statement is SQL Server's dialect (see `openMssqlStandIn`). */
  static async openOnSqlServer(listen: StatementListener): Promise<SyncBench> {
    return SyncBench.#on(await mssqlStandInStudio(listen, googleSyncMigrations), {});
  }

  static async #on(studio: TestStudio, options: Omit<LocalGoogleOptions, "clock">): Promise<SyncBench> {
    const clock = new SteppingClock();
    return new SyncBench({ ...studio, now: () => clock.now() }, await startLocalGoogle({ ...options, clock }), clock);
  }

  /** Closes what was opened; whatever a scenario is about, nothing it sent may have touched what is not ours. */
  async close(): Promise<void> {
    try {
      this.assertHarmless();
      assertNothingUnspoken(this.google.log.entries());
    } finally {
      await this.google.dispose();
      await this.studio.close();
    }
  }

  /** No request so far could have mailed or invited anybody, or touched what belongs to the Google user (C2, C3, K4). */
  assertHarmless(): void {
    assertHarmlessWrites(this.google.log.entries());
    assert.deepEqual(this.google.mails.entries(), []);
  }

  /** A user with a connected account and these settings. */
  async person(settings: BenchSettings = {}, initials?: string): Promise<BenchPerson> {
    const user = await aUser(this.studio, initials === undefined ? {} : { initials });
    const email = `${user.initials.toLowerCase()}@example.test`;
    this.google.accounts.add({ email, timeZone: this.zone });
    const account = this.google.accounts.get(email);
    const person = { ...user, email, google: account.calendar(), contacts: account.contacts() };
    this.#settings.set(user.id, { ...userDefaults, ...settings });
    this.#people.set(user.id, person);
    this.#calendars.set(user.id, email);
    return person;
  }

  setUp(person: MadeUser, settings: BenchSettings): void {
    this.#settings.set(person.id, { ...userDefaults, ...this.#settings.get(person.id), ...settings });
  }

  settingsOf(person: MadeUser): PreferenceValues {
    return { ...this.#settings.get(person.id) };
  }

  chooseCalendar(person: MadeUser, calendarId: string): void {
    this.#calendars.set(person.id, calendarId);
  }

  /** The person left "contacts" unticked on Google's page (A4). */
  untickContacts(person: MadeUser): void {
    this.#withoutContacts.add(person.id);
  }

  /** From now on the user lacks this clearance (X1). */
  deny(person: MadeUser, area: ClearanceArea, level: "view" | "add-modify" | "delete"): void {
    this.#denied.add(`${person.id}/${area}/${level}`);
  }

  /** … and may do it again. */
  allow(person: MadeUser, area: ClearanceArea, level: "view" | "add-modify" | "delete"): void {
    this.#denied.delete(`${person.id}/${area}/${level}`);
  }

  /** "Remove My Google Account" (A5): the account is remembered by nobody until it is connected again. */
  disconnect(person: MadeUser): void {
    this.#disconnected.add(person.id);
  }

  /** The same account is authenticated again. */
  reconnect(person: MadeUser): void {
    this.#disconnected.delete(person.id);
  }

  /** One run of one user; a minute passes first, so that edits before it are older than what it does. */
  async run(person: MadeUser, options: { readonly isPreview?: boolean } = {}): Promise<RunReport> {
    return (await this.runForResult(person, options)).report;
  }

  async runForResult(
    person: MadeUser,
    options: { readonly isPreview?: boolean; readonly confirm?: UserRun["confirm"] } = {},
  ): Promise<UserRunResult> {
    this.clock.advance({ minutes: 2 });
    const user = await this.studio.users.findById(person.id);
    if (user === undefined) throw new Error(`There is no user ${person.id}`);
    const { signal } = new AbortController();
    const result = await this.userSync().run({
      user,
      jobRunId: "bench",
      zone: this.zone,
      isPreview: options.isPreview ?? false,
      confirm: options.confirm,
      signal,
    });
    this.clock.advance({ minutes: 2 });
    this.assertHarmless();
    return result;
  }

  processor(): GoogleSyncProcessor {
    return new GoogleSyncProcessor(this.studio.users, this.userSync(), this.upkeep());
  }

  upkeep(): Upkeep {
    const forgetting = new KnexForgetting(this.studio.pluginDatabase(), this.studio.unitOfWork);
    const store = this.erasures();
    const erasures: Erasures = {
      since: (afterId) => store.findSince(afterId),
      onDidErase: () => ({ dispose: () => undefined }),
    };
    return new Upkeep(forgetting, erasures, this.preferences(), this.clock, this.logger);
  }

  /** Erases clients as the host does. */
  erasures(): ErasureStore {
    const { connection } = this.studio;
    return new ErasureStore(connection, new ClientStore(connection));
  }

  async openQuestions(person?: MadeUser): Promise<readonly Question[]> {
    return this.services().questions.open(person?.id);
  }

  /** Answers the only open question. */
  async answer(answerId: string, answeredBy?: MadeUser): Promise<void> {
    const [question, ...more] = await this.openQuestions();
    if (question === undefined || more.length > 0)
      throw new Error(`There is not exactly one open question, but ${more.length + (question ? 1 : 0)}`);
    await this.answerer().answer(question.id, answerId, answeredBy?.id, this.zone);
  }

  answerer(): AnswerQuestion {
    const merge = new MergeProposal(this.services(), this.merges(), this.#clearances());
    return new AnswerQuestion(this.services(), this.#clearances(), merge);
  }

  /** "Send again" of a client (K3, K8). */
  async sendContactAgain({ id }: { readonly id: number }): Promise<void> {
    const { contactLinks, clearances, unitOfWork } = this.services();
    await new SendContactAgain(contactLinks, clearances, unitOfWork).send(id, undefined);
  }

  /** Merges clients as the host does for plugins. */
  merges(): ClientMerges {
    const { connection, unitOfWork } = this.studio;
    const groups = new ClientGroupStore(connection);
    const told = { publish: () => undefined, subscribe: () => ({ dispose: () => undefined }) };
    const search = new ClientSearch(connection);
    return new MergesByPlugins(new ClientRecords(new ClientStore(connection), search, groups, unitOfWork, told));
  }

  userSync(): UserSync {
    return new UserSync(this.services(), this.#access(), this.preferences(), this.#claims(), this.#progress);
  }

  /** "Undo This Run", a minute later. */
  async undo(
    runId: number,
    options: { readonly itemKey?: string; readonly isPreview?: boolean } = {},
  ): Promise<UndoResult> {
    this.clock.advance({ minutes: 2 });
    const { signal } = new AbortController();
    const undo = new UndoRun(this.services().journal, this.studio.users, this.visits(), this.#access());
    const result = await undo.undo({ runId, isPreview: false, signal, ...options });
    this.clock.advance({ minutes: 2 });
    this.assertHarmless();
    return result;
  }

  check(): CheckRun {
    return new CheckRun(this.studio.users, this.#studio(), this.visits(), this.userSync());
  }

  visits(): CalendarVisits {
    const claims = this.#claims();
    return new CalendarVisits(
      this.services(),
      this.#access(),
      this.preferences(),
      claims,
      this.#progress,
      this.#studio(),
    );
  }

  services(): RunServices {
    const database = this.studio.pluginDatabase();
    return {
      clock: this.clock,
      logger: this.logger,
      clearances: this.#clearances(),
      schedule: this.studio.schedule,
      unitOfWork: this.studio.unitOfWork,
      notifications: this.#notifications(),
      conflicts: {
        detect: (touched) => {
          this.touched.push(...touched);
          return Promise.resolve(0);
        },
        count: () => Promise.resolve(0),
      },
      studio: this.#studio(),
      links: new KnexLinkStore(database),
      clients: this.studio.clients,
      contactLinks: new KnexContactLinkStore(database),
      questions: new KnexQuestionStore(database),
      journal: new KnexJournal(database),
      mail: this.#mail(),
      ...this.replaced,
    };
  }

  /** Edits a row as any other program might, now by the bench's clock. */
  async edit(table: string, id: number, values: Readonly<Record<string, unknown>>): Promise<void> {
    await this.studio.connection
      .query()(table)
      .where({ id })
      .update({ ...values, changed_at: this.clock.now().toISOString() });
  }

  /** The moment "Enable Google Sync" is ticked, before any run (W6). */
  async enable(person: BenchPerson): Promise<void> {
    const { sub } = this.google.accounts.get(person.email);
    const calendarId = this.#calendars.get(person.id) ?? person.email;
    await this.services().links.createStream(person.id, sub, calendarId, this.clock.now());
  }

  /** Somebody empties the table of links, or restores a database without it. */
  async loseLinks(): Promise<void> {
    await this.studio.connection.query()("google_sync_links").delete();
  }

  /** The next run of the user reads everything. */
  async loseSyncToken(person: MadeUser): Promise<void> {
    const { links } = this.services();
    for (const { id } of await links.streamsOf(person.id)) await links.changeStream(id, { syncToken: undefined });
  }

  /** The entries on a user's schedule, for assertions. */
  schedule(person: MadeUser): ReturnType<TestStudio["schedule"]["list"]> {
    return this.studio.schedule.list(person.id, undefined);
  }

  preferences(): Preferences {
    return {
      read: (owner) =>
        Promise.resolve(
          owner.kind === "company" ? { ...this.company } : { ...userDefaults, ...this.#settings.get(owner.userId) },
        ),
      readAll: () => Promise.resolve(new Map(this.#settings)),
      change: (owner, _page, values) => {
        if (owner.kind === "user") this.#settings.set(owner.userId, { ...this.#settings.get(owner.userId), ...values });
        return Promise.resolve();
      },
      onDidChange: () => ({ dispose: () => undefined }),
    };
  }

  #mail(): RunMail {
    const database = this.studio.pluginDatabase();
    const state = new KnexMailStateStore(database, this.studio.unitOfWork);
    return new SyncMail(this.mailer, this.preferences(), this.#studio(), new KnexJournal(database), state);
  }

  #access(): CalendarAccess {
    return {
      open: (userId, signal) => {
        const person = this.#people.get(userId);
        if (person === undefined || this.#disconnected.has(userId))
          return Promise.resolve({ notOpened: { code: "not-connected", reason: "No Google account is connected." } });
        const granted = this.google.grant(person.email);
        const { calendar, contacts, account } = createGoogleConnection({
          rootUrl: this.google.url,
          clientId: "local-desktop-client",
          clientSecret: "local-desktop-secret",
          account: granted.sub,
          tokens: { ...granted, accessTokenExpiresAt: granted.expiresAt },
          onTokens: () => Promise.resolve(),
          clock: this.clock,
          logger: this.logger,
          pacer: this.pacer ?? createPacer(this.clock, unlimitedPace),
          budget: createRetryBudget(),
          signal,
          random: () => 0.5,
        });
        return Promise.resolve({
          opened: {
            accountSub: account,
            calendarId: this.#calendars.get(userId) ?? person.email,
            calendar,
            contacts: this.#withoutContacts.has(userId) ? undefined : contacts,
          },
        });
      },
      heard: (userId, error) => {
        this.heard.set(userId, error);
        return Promise.resolve();
      },
    };
  }

  #claims(): Claims {
    return {
      claim: (subject) => {
        if (this.#claimed.has(subject))
          return Promise.resolve({ held: { heldBy: "another run", until: this.clock.now() } });
        this.#claimed.add(subject);
        const release = (): Promise<void> => {
          this.#claimed.delete(subject);
          return Promise.resolve();
        };
        return Promise.resolve({ claim: { signal: new AbortController().signal, release } });
      },
    };
  }

  #clearances(): Clearances {
    const allows = (userId: UserId, area: ClearanceArea, level: string): boolean =>
      !this.#denied.has(`${userId}/${area}/${level}`);
    const levelOf = (userId: UserId, area: ClearanceArea): ClearanceLevel => {
      const refused = clearanceLevels.findIndex((level) => !allows(userId, area, level));
      return clearanceLevels.at(refused === -1 ? -1 : refused - 1) ?? "none";
    };
    return {
      levelOf: (userId, area) => Promise.resolve(levelOf(userId, area)),
      allows: (userId, area, level) => Promise.resolve(allows(userId, area, level)),
    };
  }

  #notifications(): Notifications {
    return {
      notify: (notification) => {
        this.notifications.push(notification);
        return Promise.resolve();
      },
      withdraw: () => Promise.resolve(),
    };
  }

  #studio(): Studio {
    return {
      facts: () =>
        Promise.resolve({
          guid: "5a3c0b5e-0000-4000-8000-000000000001",
          name: "Bench Studio",
          edition: "Standard",
          product: "Spectra",
          locale: "en-US",
          timeZone: this.zone,
        }),
      syncZone: () => Promise.resolve(this.zone),
    };
  }
}
