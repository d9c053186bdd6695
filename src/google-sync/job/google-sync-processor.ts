import { Users } from "../../api/index.js";
import type { ControlCenterJob, JobCall, JobResult, JobUserResult, User } from "../../api/index.js";
import type { GoogleSyncJobSettings } from "../../api/schemas/google-sync-job-settings.generated.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { privateTitle, reportForOthers } from "../reports/index.js";
import type { RunReport } from "../reports/index.js";
import { Upkeep } from "../upkeep/index.js";
import type { Planned } from "./bookkeeping.js";
import { nameOf } from "./run-item.js";
import { UserSync } from "./user-sync.js";
import type { UserRunResult } from "./user-sync.js";

/** Users synced side by side where nobody says otherwise; the pacer shares Google's quota among them. */
const usualUsersAtOnce = 8;

/** The job "Google Sync Processor": every user with "Enable Google Sync", logged in or not (J1). */
@injectable()
export class GoogleSyncProcessor implements ControlCenterJob {
  readonly #users: Users;
  readonly #userSync: UserSync;
  readonly #upkeep: Upkeep;

  constructor(@inject(Users) users: Users, @inject(UserSync) userSync: UserSync, @inject(Upkeep) upkeep: Upkeep) {
    this.#users = users;
    this.#userSync = userSync;
    this.#upkeep = upkeep;
  }

  async run(call: JobCall): Promise<JobResult> {
    const users = (await this.#users.list()).filter(({ id }) => call.userId === undefined || id === call.userId);
    const waiting = [...users];
    const results: UserRunResult[] = [];
    const failures: JobUserResult[] = [];
    const work = async (): Promise<void> => {
      for (let user = waiting.shift(); user !== undefined; user = waiting.shift()) {
        call.signal.throwIfAborted();
        try {
          results.push(await this.#runUser(user, call));
        } catch (error) {
          if (call.signal.aborted) throw error;
          failures.push(failureOf(user, error));
        }
      }
    };
    // The host checks them against the schema; nothing is set where the job is run by a test or another program.
    const { usersAtOnce = usualUsersAtOnce } = call.settings as Partial<GoogleSyncJobSettings>;
    await Promise.all(Array.from({ length: Math.min(usersAtOnce, users.length) }, work));
    if (!call.isPreview && call.userId === undefined) await this.#upkeep.nightly(call.zone);
    return resultOf(results, failures, call.userId !== undefined);
  }

  #runUser(user: User, { jobRunId, zone, isPreview, signal }: JobCall): Promise<UserRunResult> {
    return this.#userSync.run({ user, jobRunId, zone, isPreview, signal });
  }
}

/** One bad user never stops the others (G3). */
function failureOf({ id }: User, error: unknown): JobUserResult {
  const message = messageOf(error);
  return { userId: id, outcome: "failed", summary: message, warnings: [], errors: [message] };
}

function resultOf(
  results: readonly UserRunResult[],
  failures: readonly JobUserResult[],
  isForOneUser: boolean,
): JobResult {
  // Users for whom Google Sync is off are no news, unless one was asked for by name.
  const told = results.filter(({ report }) => isForOneUser || report.outcome !== "skipped");
  const users = [...told.map(({ report }) => userResultOf(report)), ...failures].toSorted(
    (a, b) => a.userId - b.userId,
  );
  const troubled = users.filter(({ outcome }) => outcome === "failed" || outcome === "done-with-problems").length;
  const held = users.filter(({ outcome }) => outcome === "held").length;
  return {
    outcome: troubled + held === 0 ? "done" : "done-with-problems",
    summary: summaryOf(users.length, troubled, held),
    users,
    // The Control Center Logs are read by administrators.
    details: told.map(({ report, plan }) => ({
      report: reportForOthers(report),
      ...(plan === undefined ? {} : { plan: planForOthers(plan) }),
    })),
  };
}

function summaryOf(users: number, troubled: number, held: number): string {
  const many = users === 1 ? "1 user" : `${users} users`;
  if (users === 0) return "No user has Google Sync switched on.";
  const exceptions = [
    ...(troubled === 0 ? [] : [`${troubled} with problems`]),
    ...(held === 0 ? [] : [`${held} held until somebody answers`]),
  ];
  return exceptions.length === 0 ? `${many} synced.` : `${[many, ...exceptions].join(", ")}.`;
}

function userResultOf(report: RunReport): JobUserResult {
  return {
    userId: report.userId,
    outcome: report.outcome,
    summary: report.summary,
    warnings: report.warnings.map(({ text }) => text),
    errors: report.errors.map(({ text }) => text),
    ...(report.runId === 0 ? {} : { items: { viewId: "google-sync.run-view", input: { run: report.runId } } }),
  };
}

/** A plan as anybody but the synced user may read it (C8). */
function planForOthers({ planned, held }: NonNullable<UserRunResult["plan"]>): unknown {
  return {
    actions: planned
      .filter(({ action }) => !["agree", "baseline", "leave-out"].includes(action.kind))
      .map(actionForOthers),
    held: held.map(({ question, keys, why }) => ({ question, keys, why })),
  };
}

function actionForOthers({ action, item }: Planned): unknown {
  const { title, isPrivate } = nameOf(item);
  return isPrivate ? { kind: action.kind, key: action.key, title: privateTitle } : { ...action, title };
}
