import { randomUUID } from "node:crypto";

import { Studio, Users } from "../../api/index.js";
import type { PageActionResult, User, UserId } from "../../api/index.js";
import { wallTimeAt } from "../../base/wall-time.js";
import { inject, injectable } from "../../base/service-token.js";
import { CalendarAccess, RunServices, UserSync, eventsToRemove, removeEvents } from "../job/index.js";
import type { UserRunResult } from "../job/index.js";
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
  async run(userId: UserId, isPreview: boolean, signal: AbortSignal): Promise<UserRunResult | undefined> {
    const user: User | undefined = await this.#users.findById(userId);
    if (user === undefined) return undefined;
    const zone = await this.#studio.syncZone(processorId);
    return this.#sync.run({ user, jobRunId: `now-${randomUUID()}`, zone, isPreview, signal });
  }

  /** The same for a button: what happened, in one sentence. */
  async act(userId: UserId, isPreview: boolean, signal: AbortSignal): Promise<PageActionResult> {
    const result = await this.run(userId, isPreview, signal);
    if (result === undefined) return { kind: "refused", message: "This user does not exist any more." };
    const { report, plan } = result;
    const message = plan === undefined ? report.summary : previewText(plan);
    return report.outcome === "failed" || report.outcome === "skipped"
      ? { kind: "refused", message: report.summary }
      : { kind: "done", message };
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
    const removed = await removeEvents(found, stream, opened, this.#services);
    return { kind: "done", message: `${removed} of ${found.length} events were deleted in Google.` };
  }
}

function previewText({ planned, held }: NonNullable<UserRunResult["plan"]>): string {
  const count = (kinds: readonly string[]) => planned.filter(({ action }) => kinds.includes(action.kind)).length;
  const parts = [
    [count(["create-in-google"]), "would be made in Google"],
    [count(["delete-in-google"]), "would be deleted in Google"],
    [count(["create-in-studio", "restore-in-studio"]), "would be made in the studio"],
    [count(["remove-from-studio", "cancel-in-studio"]), "would leave the studio's schedule"],
    [count(["change"]), "would be changed"],
    [held.reduce((sum, { keys }) => sum + keys.length, 0) + count(["ask"]), "would wait for an answer"],
  ] as const;
  const told = parts.filter(([items]) => items > 0).map(([items, what]) => `${items} ${what}`);
  return told.length === 0 ? "Nothing would change." : `${told.join(", ")}. Nothing was written.`;
}
