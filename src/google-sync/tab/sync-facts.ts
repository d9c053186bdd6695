import { Jobs } from "../../api/index.js";
import type { JobState, PageState, UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import type { GoogleAccount } from "../account/index.js";
import { Journal } from "../journal/index.js";
import { LinkStore } from "../links/index.js";
import { QuestionStore } from "../questions/index.js";
import { processorId } from "../settings/index.js";

/** What is known of a user's sync, shown on the tab (P2). */
@injectable()
export class SyncFacts {
  readonly #links: LinkStore;
  readonly #journal: Journal;
  readonly #questions: QuestionStore;
  readonly #jobs: Jobs;

  constructor(
    @inject(LinkStore) links: LinkStore,
    @inject(Journal) journal: Journal,
    @inject(QuestionStore) questions: QuestionStore,
    @inject(Jobs) jobs: Jobs,
  ) {
    this.#links = links;
    this.#journal = journal;
    this.#questions = questions;
    this.#jobs = jobs;
  }

  async of(userId: UserId, account: GoogleAccount | undefined): Promise<PageState["facts"]> {
    const [lastRun] = await this.#journal.runs({ userId, limit: 1 });
    const stream =
      account?.calendar === undefined
        ? undefined
        : await this.#links.findStream(userId, account.sub, account.calendar.id);
    const counts = stream === undefined ? {} : await this.#links.countByState(stream.id);
    const open = await this.#questions.open(userId);
    return [
      { label: "Last successful sync", value: stream?.lastSuccessAt?.toISOString() ?? "Never" },
      { label: "Last run", value: lastRun?.summary ?? "None yet" },
      { label: "Next scheduled run", value: nextRunText(await this.#jobs.stateOf(processorId)) },
      { label: "Items in step", value: String(counts["linked"] ?? 0) },
      { label: "Waiting for an answer", value: String(open.length) },
    ];
  }
}

function nextRunText({ isManaged, nextRunAt }: JobState): string {
  if (isManaged) return "Regularly, managed by StudioPlus";
  return nextRunAt?.toISOString() ?? "None: the job is not enabled";
}
