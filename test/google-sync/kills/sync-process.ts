import "reflect-metadata";

import { writeSync } from "node:fs";

import type { Claims, Preferences, Progress } from "../../../src/api/index.js";
import { zoneName } from "../../../src/base/wall-time.js";
import { KnexContactLinkStore } from "../../../src/google-sync/contact-links/index.js";
import {
  createGoogleConnection,
  createPacer,
  createRetryBudget,
  unlimitedPace,
} from "../../../src/google-sync/google/index.js";
import { CalendarVisits, UserSync } from "../../../src/google-sync/job/index.js";
import type { CalendarAccess, RunServices } from "../../../src/google-sync/job/index.js";
import { KnexJournal } from "../../../src/google-sync/journal/index.js";
import { KnexLinkStore } from "../../../src/google-sync/links/index.js";
import { KnexQuestionStore } from "../../../src/google-sync/questions/index.js";
import { UndoRun } from "../../../src/google-sync/undo/index.js";
import { openStudioConnection } from "../../../src/host/studio-data/index.js";
import { noConflicts } from "../../support/no-conflicts.js";
import { RecordingLogger } from "../../support/recording-logger.js";
import { SteppingClock } from "../../support/stepping-clock.js";
import { studioOn } from "../../support/studio.js";
import { killAtCommit } from "./kill-at-commit.js";
import type { ChangedSettings, ProcessOrder, ProcessTrace } from "./process-order.js";

/** A process of its own that does one run of one user on a database file, or takes one back, and may be told to die on its way. */
async function main(order: ProcessOrder): Promise<void> {
  const commits = killAtCommit(order.killAt);
  const connection = await openStudioConnection(`sqlite:${order.databaseFile}`);
  const studio = studioOn(connection);
  const database = studio.pluginDatabase();
  const clock = new SteppingClock(order.now);
  const zone = zoneName(order.zone);
  const logger = new RecordingLogger();
  const user = await studio.users.findById(order.userId);
  if (user === undefined) throw new Error(`There is no user ${order.userId}`);
  const { signal } = new AbortController();
  const google = createGoogleConnection({
    rootUrl: order.googleUrl,
    clientId: "local-desktop-client",
    clientSecret: "local-desktop-secret",
    account: order.sub,
    tokens: { ...order.tokens, accessTokenExpiresAt: new Date(order.tokens.expiresAt) },
    onTokens: async () => undefined,
    clock,
    logger,
    pacer: createPacer(clock, unlimitedPace),
    budget: createRetryBudget(),
    signal,
    random: () => 0.5,
  });
  const services: RunServices = {
    clock,
    logger,
    clearances: { levelOf: async () => "delete", allows: async () => true },
    conflicts: noConflicts,
    schedule: studio.schedule,
    unitOfWork: studio.unitOfWork,
    notifications: { notify: async () => undefined, withdraw: async () => undefined },
    studio: { facts: async () => order.studio, syncZone: async () => zone },
    links: new KnexLinkStore(database),
    clients: studio.clients,
    contactLinks: new KnexContactLinkStore(database),
    questions: new KnexQuestionStore(database),
    journal: new KnexJournal(database),
    mail: { afterRun: () => Promise.resolve() },
  };
  const access: CalendarAccess = {
    open: async () => ({
      opened: {
        accountSub: order.sub,
        calendarId: order.calendarId,
        calendar: google.calendar,
        contacts: google.contacts,
      },
    }),
    heard: async () => undefined,
  };
  const preferences: Preferences = {
    read: async (owner) => (owner.kind === "company" ? order.company : order.settings),
    readAll: async () => new Map([[order.userId, order.settings]]),
    change: async (_owner, _page, changed) => commits.counted(() => tell({ changed })),
    onDidChange: () => ({ dispose: () => undefined }),
  };
  const claims: Claims = { claim: async () => ({ claim: { signal, release: async () => undefined } }) };
  const progress: Progress = { report: () => undefined };
  const { task } = order;
  const work =
    task.kind === "sync"
      ? new UserSync(services, access, preferences, claims, progress).run({
          user,
          jobRunId: "process",
          zone,
          isPreview: false,
          signal,
        })
      : new UndoRun(
          services.journal,
          studio.users,
          new CalendarVisits(services, access, preferences, claims, progress, services.studio),
          access,
        ).undo({ runId: task.runId, isPreview: false, signal });
  const { report } = await work;
  const trace: ProcessTrace = { commits: commits.soFar(), outcome: report.outcome, summary: report.summary };
  await studio.close();
  tell(trace);
}

/** Written at once, so that it is told even if the process dies the next moment. */
function tell(line: ChangedSettings | ProcessTrace): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

// The parent writes the order into the first argument.
await main(JSON.parse(process.argv[2] ?? "") as ProcessOrder);
