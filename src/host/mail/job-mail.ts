import { Logger, Mailer } from "../../api/index.js";
import type { JobResult, MailBlock } from "../../api/index.js";
import { messageOf } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { JobSettingsStore } from "../studio-data/index.js";
import { StudioMemory } from "../studio/index.js";
import { noNotification, readJobNotification } from "./job-notification.js";
import type { JobNotification } from "./job-notification.js";

/** A job that ran, or could not run at all. */
export interface EndedJob {
  readonly jobId: string;
  readonly title: string;
  /** Its run in the logs; undefined when there was none, because its computer is off. */
  readonly jobRunId: string | undefined;
  readonly computerName: string;
  readonly endedAt: Date;
  readonly result: Pick<JobResult, "outcome" | "summary">;
}

/** Fifteen minutes less than a day: a run that comes a little early still counts as a day later. */
const sayAgainAfter = (24 * 60 - 15) * 60_000;

/**
 * Mails of the Control Center about whole jobs: "Failures" that a job could not run, at first, then at
 * most daily, and once when it runs again; "Always" every run (J3, J6). What concerns single users is
 * the plugin's to say.
 */
@injectable()
export class JobMail {
  constructor(
    @inject(Mailer) private readonly mailer: Mailer,
    @inject(JobSettingsStore) private readonly settings: JobSettingsStore,
    @inject(StudioMemory) private readonly memory: StudioMemory,
    @inject(Logger) private readonly logger: Logger,
  ) {}

  /** Never rejects: a job is not failed by its mail. */
  async ended(job: EndedJob): Promise<void> {
    try {
      const stored = await this.settings.find(job.jobId);
      const notification = stored === undefined ? noNotification : readJobNotification(stored.notification);
      const isAskedFor = notification.when !== "Never" && notification.address !== "";
      if (isAskedFor) await this.#tell(job, notification);
    } catch (failure) {
      this.logger.error("A job could not be mailed about", { jobId: job.jobId, reason: messageOf(failure) });
    }
  }

  async #tell(job: EndedJob, { when, address }: JobNotification): Promise<void> {
    const topic = `job-mail/${job.jobId}`;
    const { failingSince, mailedAt } = await this.memory.read(topic);
    const wasFailing = typeof failingSince === "string";
    const isFailing = job.result.outcome === "failed";
    const isDue = typeof mailedAt !== "string" || job.endedAt.getTime() - Date.parse(mailedAt) >= sayAgainAfter;
    const isNews = isFailing ? !wasFailing || isDue : wasFailing;
    if (!isNews && when !== "Always") return;
    const sent = await this.mailer.send({ to: address, ...written(job, isFailing, wasFailing) });
    if (sent.kind === "not-sent") {
      this.logger.warn("A job's notification was not mailed", { jobId: job.jobId, reason: sent.reason });
      return;
    }
    const now = job.endedAt.toISOString();
    await this.memory.remember(
      topic,
      isFailing
        ? { failingSince: wasFailing ? failingSince : now, mailedAt: now }
        : { failingSince: null, mailedAt: null },
    );
  }
}

function written(
  { title, jobRunId, computerName, result }: EndedJob,
  isFailing: boolean,
  wasFailing: boolean,
): { readonly subject: string; readonly blocks: readonly MailBlock[] } {
  const path = jobRunId === undefined ? "/control-center" : `/control-center/logs/${encodeURIComponent(jobRunId)}`;
  const label = jobRunId === undefined ? "Open the Control Center" : "Open this run in Control Center Logs";
  const link: MailBlock = { kind: "link", link: { label, target: { kind: "workbench", path } } };
  const where: MailBlock = { kind: "table", columns: ["Job", "Computer"], rows: [[title, computerName]] };
  if (!isFailing) {
    const text = wasFailing ? `The job "${title}" runs again. There is nothing to do.` : `The job "${title}" has run.`;
    return {
      subject: wasFailing ? `${title} runs again` : `${title} has run`,
      blocks: [{ kind: "paragraph", tone: "good", text }, { kind: "paragraph", text: result.summary }, where, link],
    };
  }
  return {
    subject: `${title} could not run`,
    blocks: [
      { kind: "paragraph", tone: "error", text: `The job "${title}" could not run: ${result.summary}` },
      { kind: "heading", text: "What to do" },
      {
        kind: "paragraph",
        text: `See that the computer ${computerName} is on and has an Internet connection, and look at Utilities > Control Center. This is said again once a day until the job runs.`,
      },
      where,
      link,
    ],
  };
}
