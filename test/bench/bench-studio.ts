import type { Clock, Erasures, Logger, Preferences, Studio, UserId, Users } from "../../src/api/index.js";
import { KnexContactLinkStore } from "../../src/google-sync/contact-links/index.js";
import { createPacer, createGoogleConnection, createRetryBudget } from "../../src/google-sync/google/index.js";
import type { PacerLimits } from "../../src/google-sync/google/index.js";
import { GoogleSyncProcessor, UserSync } from "../../src/google-sync/job/index.js";
import type { CalendarAccess, RunServices } from "../../src/google-sync/job/index.js";
import { KnexJournal } from "../../src/google-sync/journal/index.js";
import { KnexLinkStore } from "../../src/google-sync/links/index.js";
import { KnexQuestionStore } from "../../src/google-sync/questions/index.js";
import { KnexForgetting, Upkeep } from "../../src/google-sync/upkeep/index.js";
import { ClientGroupStore, KnexClients } from "../../src/host/studio-data/index.js";
import {
  KnexClaims,
  KnexClearances,
  KnexNotifications,
  KnexPluginDatabase,
  KnexSchedule,
  KnexUnitOfWork,
  KnexUsers,
  openStudioConnection,
} from "../../src/host/studio-data/index.js";
import type { StudioConnection } from "../../src/host/studio-data/index.js";
import { noConflicts } from "../support/no-conflicts.js";
import type { Account } from "./google-child.js";
import { benchZone } from "./invented.js";
import { ScaledClock } from "./scaled-clock.js";

/** A user of the bench, their account, and which boxes are ticked. */
export interface BenchUser {
  readonly id: UserId;
  readonly account: Account;
  readonly populates: boolean;
  /** Clients of this group and contacts are synced too, both ways. */
  readonly clientGroupId?: number;
}

/** What the bench runs: one user, or the whole job. */
export interface BenchSync {
  readonly connection: StudioConnection;
  readonly users: Users;
  readonly userSync: UserSync;
  readonly processor: GoogleSyncProcessor;
}

/** The sync on a studio's database file: everything real but preferences and who is told. */
export async function openBenchSync(
  file: string,
  benchUsers: readonly BenchUser[],
  clock: Clock,
  pace: PacerLimits,
): Promise<BenchSync> {
  const connection = await openStudioConnection(`sqlite:${file}`);
  const byId = new Map(benchUsers.map((user) => [user.id, user]));
  const access = calendarAccess(byId, clock, pace);
  // Claims end by the database's clock, which nobody hastens.
  const claims = new KnexClaims(
    { prefix: "google-sync", computer: "BENCH" },
    connection,
    connection,
    new ScaledClock(1, 0),
  );
  const services = runServices(connection, clock);
  const userSync = new UserSync(services, access, preferences(byId), claims, { report: () => undefined });
  const users = new KnexUsers(connection);
  const forgetting = new KnexForgetting(new KnexPluginDatabase("google-sync", connection), services.unitOfWork);
  const upkeep = new Upkeep(forgetting, noErasures, preferences(byId), clock, silentLogger);
  return { connection, users, userSync, processor: new GoogleSyncProcessor(users, userSync, upkeep) };
}

const noErasures: Erasures = {
  since: () => Promise.resolve([]),
  onDidErase: () => ({ dispose: () => undefined }),
};

function runServices(connection: StudioConnection, clock: Clock): RunServices {
  const database = new KnexPluginDatabase("google-sync", connection);
  const clearances = new KnexClearances(connection);
  return {
    clock,
    logger: silentLogger,
    clearances,
    schedule: new KnexSchedule(connection),
    unitOfWork: new KnexUnitOfWork(connection),
    notifications: new KnexNotifications(connection, clearances),
    conflicts: noConflicts,
    studio: studioFacts,
    links: new KnexLinkStore(database),
    clients: new KnexClients(connection, new ClientGroupStore(connection)),
    contactLinks: new KnexContactLinkStore(database),
    questions: new KnexQuestionStore(database),
    journal: new KnexJournal(database),
    mail: { afterRun: () => Promise.resolve() },
  };
}

function calendarAccess(users: ReadonlyMap<UserId, BenchUser>, clock: Clock, pace: PacerLimits): CalendarAccess {
  const pacer = createPacer(clock, pace);
  return {
    open(userId, signal) {
      const user = users.get(userId);
      if (user === undefined) return Promise.resolve({ notOpened: { code: "not-connected", reason: "No account." } });
      const { tokens, url, email } = user.account;
      const { calendar, contacts, account } = createGoogleConnection({
        rootUrl: url,
        clientId: "local-desktop-client",
        clientSecret: "local-desktop-secret",
        account: tokens.sub,
        tokens: { ...tokens, accessTokenExpiresAt: tokens.expiresAt },
        onTokens: () => Promise.resolve(),
        clock,
        logger: silentLogger,
        pacer,
        budget: createRetryBudget(),
        signal,
      });
      return Promise.resolve({ opened: { accountSub: account, calendarId: email, calendar, contacts } });
    },
    heard: () => Promise.resolve(),
  };
}

function preferences(users: ReadonlyMap<UserId, BenchUser>): Preferences {
  const company = {
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
    // A first download of thousands is what is measured, not what is asked about it.
    guardNewClients: 1_000_000,
    guardNewClientShare: 20,
  };
  const ofUser = (user: BenchUser | undefined) => ({
    enabled: user !== undefined,
    calendarId: "primary",
    populateGoogle: user?.populates === true,
    populateStudio: user?.populates === true,
    sendAppointments: true,
    downloadTentative: false,
    populateContacts: "all",
    sendContacts: user?.clientGroupId !== undefined,
    clientGroupId: user?.clientGroupId ?? null,
    emailWarnings: false,
    emailReport: false,
    emailAddress: "",
  });
  return {
    read: (owner) => Promise.resolve(owner.kind === "company" ? company : ofUser(users.get(owner.userId))),
    readAll: () => Promise.resolve(new Map([...users].map(([id, user]) => [id, ofUser(user)]))),
    change: () => Promise.resolve(),
    onDidChange: () => ({ dispose: () => undefined }),
  };
}

const studioFacts: Studio = {
  facts: () =>
    Promise.resolve({
      guid: "5a3c0b5e-0000-4000-8000-000000000001",
      name: "Bench Studio",
      edition: "Standard",
      product: "Spectra",
      locale: "en-US",
      timeZone: benchZone,
    }),
  syncZone: () => Promise.resolve(benchZone),
};

const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
