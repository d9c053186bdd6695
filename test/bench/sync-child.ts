/** The sync in a process of its own, so that its CPU time and peak memory are its own. */
import "reflect-metadata";

import type { UserId } from "../../src/api/index.js";
import { defaultPacerLimits, unlimitedPace } from "../../src/google-sync/google/index.js";
import type { RunReport } from "../../src/google-sync/reports/index.js";
import { openBenchSync } from "./bench-studio.js";
import type { BenchSync, BenchUser } from "./bench-studio.js";
import { answerParent } from "./child.js";
import { benchZone } from "./invented.js";
import { measure } from "./measure.js";
import type { Cost } from "./measure.js";
import { ScaledClock } from "./scaled-clock.js";

export type SyncQuestion =
  | {
      readonly kind: "open";
      readonly file: string;
      readonly users: readonly BenchUser[];
      readonly isPaced: boolean;
      readonly clockFactor: number;
      readonly clockBeginning: number;
    }
  /** Runs one user, one run after the other. */
  | { readonly kind: "run"; readonly userId: UserId; readonly times: number }
  /** Runs the job over all users. */
  | { readonly kind: "run-all" };

/** What the runs cost altogether, and what the last one wrote. */
export interface SyncRun extends Cost {
  readonly google: number;
  readonly studio: number;
}

let sync: BenchSync | undefined;
const { signal } = new AbortController();

function opened(): BenchSync {
  if (sync === undefined) throw new Error("The sync was not opened");
  return sync;
}

async function answer(question: SyncQuestion): Promise<unknown> {
  switch (question.kind) {
    case "open": {
      const { file, users, isPaced, clockFactor, clockBeginning } = question;
      const clock = new ScaledClock(clockFactor, clockBeginning);
      sync = await openBenchSync(file, users, clock, isPaced ? defaultPacerLimits : unlimitedPace);
      return undefined;
    }
    case "run":
      return runUser(question.userId, question.times);
    case "run-all": {
      let summary = "";
      const cost = await measure(async () => {
        const result = await opened().processor.run({
          jobRunId: "bench",
          userId: undefined,
          zone: benchZone,
          isPreview: false,
          settings: {},
          signal,
        });
        summary = `${result.outcome}: ${result.summary}`;
      });
      if (!summary.startsWith("done:")) throw new Error(summary);
      return { ...cost, google: 0, studio: 0 } satisfies SyncRun;
    }
  }
}

async function runUser(userId: UserId, times: number): Promise<SyncRun> {
  const user = await opened().users.findById(userId);
  if (user === undefined) throw new Error(`There is no user ${userId}`);
  let report: RunReport | undefined;
  const cost = await measure(async () => {
    for (let run = 0; run < times; run += 1) {
      const call = { user, jobRunId: "bench", zone: benchZone, isPreview: false, settings: {}, signal };
      ({ report } = await opened().userSync.run(call));
    }
  });
  if (report?.outcome !== "done") throw new Error(`${report?.summary} ${JSON.stringify(report?.errors.slice(0, 3))}`);
  const { google, studio, contacts } = report;
  const total = (...counts: readonly RunReport["google"][]) =>
    counts.reduce((sum, { created, changed, deleted }) => sum + created + changed + deleted, 0);
  const ofContacts = (side: "google" | "studio") => (contacts === undefined ? [] : [contacts[side]]);
  return { ...cost, google: total(google, ...ofContacts("google")), studio: total(studio, ...ofContacts("studio")) };
}

answerParent(answer, async () => sync?.connection.close());
