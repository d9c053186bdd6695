import { randomUUID } from "node:crypto";

import { Studio, Users } from "../../api/index.js";
import type { PageActionResult, User, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { wallTimeAt } from "../../base/wall-time.js";
import {
  CalendarAccess,
  RunServices,
  UserSync,
  confirmationOf,
  confirmedText,
  eventsToRemove,
  failureText,
  groupTexts,
  heldGroups,
  planLines,
  readConfirmation,
  removeEvents,
} from "../job/index.js";
import type { UserRun, UserRunResult } from "../job/index.js";
import type { RunReport } from "../reports/index.js";
import { processorId } from "../settings/index.js";

/** "Sync Now", "Preview" and "Remove the studio's events from today on" for one user (P2, A10). */
@injectable()
export class SyncActions {
  readonly #services: RunServices;
  readonly #sync: UserSync;
  readonly #access: CalendarAccess;
  readonly #users: Users;
  readonly #studio: Studio;

  constructor(
    @inject(RunServices) services: RunServices,
    @inject(UserSync) sync: UserSync,
    @inject(CalendarAccess) access: CalendarAccess,
    @inject(Users) users: Users,
    @inject(Studio) studio: Studio,
  ) {
    this.#services = services;
    this.#sync = sync;
    this.#access = access;
    this.#users = users;
    this.#studio = studio;
  }

  /** Runs the sync of one user in the sync zone, wherever this process is (C20). */
  async run(
    userId: UserId,
    kind: Pick<UserRun, "isPreview" | "confirm">,
    signal: AbortSignal,
  ): Promise<UserRunResult | undefined> {
    const user: User | undefined = await this.#users.findById(userId);
    if (user === undefined) return undefined;
    const zone = await this.#studio.syncZone(processorId);
    return this.#sync.run({ ...kind, user, jobRunId: `now-${randomUUID()}`, zone, signal });
  }

  /** "Sync Now": what happened, in one sentence. */
  async syncNow(userId: UserId, signal: AbortSignal): Promise<PageActionResult> {
    const result = await this.run(userId, { isPreview: false }, signal);
    return result === undefined ? gone : answerOf(result.report);
  }

  /**
   * "Preview": what the next run would do. Where groups would be held, it asks whether they may be applied.
   * @param confirm the groups that were asked about and confirmed (G1)
   * @throws ConfirmationRefusedError for words no preview says
   */
  async preview(userId: UserId, confirm: string | undefined, signal: AbortSignal): Promise<PageActionResult> {
    const seen = confirm === undefined ? undefined : readConfirmation(confirm);
    const result = await this.run(userId, { isPreview: true, confirm: seen }, signal);
    if (result === undefined) return gone;
    const { report, plan, confirmed } = result;
    if (confirmed !== undefined) {
      return { kind: confirmed.grown.length > 0 ? "refused" : "done", message: confirmedText(confirmed) };
    }
    const groups = groupTexts(heldGroups(result));
    if (plan === undefined || planLines(plan, result.contacts).length === 0) return answerOf(report);
    if (groups.length === 0)
      return { kind: "view", viewId: "google-sync.preview-view", input: await this.#named(userId) };
    const question = `${report.summary} ${groups.join(" ")} Apply them at the next run?`;
    return { kind: "ask", question, input: { groups: confirmationOf(heldGroups(result)) }, yes: "Apply" };
  }

  async #named(userId: UserId): Promise<{ readonly user: string }> {
    return { user: (await this.#users.findById(userId))?.initials ?? "" };
  }

  /** @param isConfirmed the person has seen how many there are */
  async removeEvents(userId: UserId, isConfirmed: boolean, signal: AbortSignal): Promise<PageActionResult> {
    const access = await this.#access.open(userId, signal);
    if ("notOpened" in access) return { kind: "refused", message: access.notOpened.reason };
    const { opened } = access;
    const stream = await this.#services.links.findStream(userId, opened.accountSub, opened.calendarId);
    const zone = await this.#studio.syncZone(processorId);
    const today = wallTimeAt(this.#services.clock.now(), zone).slice(0, 10);
    const found = stream === undefined ? [] : await eventsToRemove(stream, today, this.#services);
    if (stream === undefined || found.length === 0) {
      return { kind: "done", message: "There are no unchanged events of the studio from today on." };
    }
    if (!isConfirmed) {
      const question = `${found.length} events that the studio made, unchanged since, from today on, would be deleted in Google. Nothing is deleted in the studio. Delete them?`;
      return { kind: "ask", question, input: { confirmed: true } };
    }
    const { removed, problem } = await removeEvents(found, stream, opened, this.#services);
    const message = `${removed} of ${found.length} events were deleted in Google.`;
    if (problem === undefined) return { kind: "done", message };
    await this.#access.heard(userId, problem);
    return { kind: "refused", message: `${message} ${failureText(problem)}` };
  }
}

const gone: PageActionResult = { kind: "refused", message: "This user does not exist any more." };

function answerOf({ outcome, summary }: RunReport): PageActionResult {
  return { kind: outcome === "failed" || outcome === "skipped" ? "refused" : "done", message: summary };
}
