import { Clock, Jobs, ScheduleConflicts, Studio } from "../../api/index.js";
import type { JobState, PageState, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { wallTimeAt } from "../../base/wall-time.js";
import type { GoogleAccount } from "../account/index.js";
import { ContactLinkStore } from "../contact-links/index.js";
import { Journal } from "../journal/index.js";
import { LinkStore } from "../links/index.js";
import type { Stream } from "../links/index.js";
import { QuestionStore } from "../questions/index.js";
import { processorId } from "../settings/index.js";
import type { SyncSettings } from "../settings/index.js";

/** What is known of a user's sync, shown on the tab (P2). */
@injectable()
export class SyncFacts {
  readonly #links: LinkStore;
  readonly #journal: Journal;
  readonly #questions: QuestionStore;
  readonly #jobs: Jobs;
  readonly #contactLinks: ContactLinkStore;
  readonly #conflicts: ScheduleConflicts;
  readonly #studio: Studio;
  readonly #clock: Clock;

  constructor(
    @inject(LinkStore) links: LinkStore,
    @inject(Journal) journal: Journal,
    @inject(QuestionStore) questions: QuestionStore,
    @inject(Jobs) jobs: Jobs,
    @inject(ContactLinkStore) contactLinks: ContactLinkStore,
    @inject(ScheduleConflicts) conflicts: ScheduleConflicts,
    @inject(Studio) studio: Studio,
    @inject(Clock) clock: Clock,
  ) {
    this.#links = links;
    this.#journal = journal;
    this.#questions = questions;
    this.#jobs = jobs;
    this.#contactLinks = contactLinks;
    this.#conflicts = conflicts;
    this.#studio = studio;
    this.#clock = clock;
  }

  async of(
    userId: UserId,
    account: GoogleAccount | undefined,
    { populateGoogle, populateStudio }: SyncSettings["user"],
  ): Promise<PageState["facts"]> {
    const [lastRun] = await this.#journal.runs({ userId, limit: 1 });
    const stream =
      account?.calendar === undefined
        ? undefined
        : await this.#links.findStream(userId, account.sub, account.calendar.id);
    const counts = stream === undefined ? {} : await this.#links.countByState(stream.id);
    const open = await this.#questions.open(userId);
    const now = wallTimeAt(this.#clock.now(), await this.#studio.syncZone(processorId));
    const conflicts = await this.#conflicts.count(userId, now);
    const inStep = counts["linked"] ?? 0;
    return [
      { label: "Last successful sync", value: stream?.lastSuccessAt?.toISOString() ?? "Never" },
      { label: "Last run", value: lastRun?.summary ?? "None yet" },
      { label: "Next scheduled run", value: nextRunText(await this.#jobs.stateOf(processorId)) },
      { label: "Items in step", value: String(inStep) },
      ...(populateGoogle || populateStudio ? [{ label: "Populate", value: populateText(stream, inStep) }] : []),
      ...(await this.#clientsInStep(userId, account)),
      { label: "Waiting for an answer", value: String(open.length) },
      { label: "Open schedule conflicts", value: String(conflicts) },
    ];
  }

  /** Said where a client group was ever synced. */
  async #clientsInStep(userId: UserId, account: GoogleAccount | undefined): Promise<PageState["facts"]> {
    const stream = account === undefined ? undefined : await this.#contactLinks.findStream(userId, account.sub);
    if (stream === undefined) return [];
    const { linked = 0 } = await this.#contactLinks.countByState(stream.id);
    return [{ label: "Clients in step", value: String(linked) }];
  }
}

/** How far Populate is (P2): a first sync may take several runs (W3). */
function populateText(stream: Stream | undefined, inStep: number): string {
  return stream?.lastSuccessAt === undefined
    ? "Begins with the next sync"
    : `${inStep} items so far; goes on with the next sync`;
}

function nextRunText({ isManaged, nextRunAt }: JobState): string {
  if (isManaged) return "Regularly, managed by StudioPlus";
  return nextRunAt?.toISOString() ?? "None: the job is not enabled";
}
