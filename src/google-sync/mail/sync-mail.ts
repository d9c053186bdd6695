import { Mailer, Preferences, Studio } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import { inject, injectable, serviceToken } from "../../base/service-token.js";
import type { ZoneName } from "../../base/wall-time.js";
import { Journal } from "../journal/index.js";
import { reportForOthers } from "../reports/index.js";
import type { RunReport } from "../reports/index.js";
import { readSyncSettings } from "../settings/index.js";
import { chooseNews } from "./choose-news.js";
import type { News } from "./choose-news.js";
import type { MailSubjectMatter } from "./mail-model.js";
import { MailStateStore } from "./mail-state-store.js";
import { keyOfFailure, keyOfLine } from "./problems.js";
import { writeMail } from "./write-mail.js";

/** A run of one user that has ended. */
export interface EndedRun {
  readonly userId: UserId;
  readonly zone: ZoneName;
  readonly report: RunReport;
}

/** What a run needs of the mail room. */
export interface RunMail {
  /** Mails the user what the Google tab asks for, at most one message (J6, J7). */
  afterRun(run: EndedRun): Promise<void>;
}
export const RunMail = serviceToken<RunMail>("run-mail");

/** "Email Sync Messages": warnings, errors and reports to the user they concern. */
@injectable()
export class SyncMail implements RunMail {
  readonly #mailer: Mailer;
  readonly #preferences: Preferences;
  readonly #studio: Studio;
  readonly #journal: Journal;
  readonly #state: MailStateStore;

  constructor(
    @inject(Mailer) mailer: Mailer,
    @inject(Preferences) preferences: Preferences,
    @inject(Studio) studio: Studio,
    @inject(Journal) journal: Journal,
    @inject(MailStateStore) state: MailStateStore,
  ) {
    this.#mailer = mailer;
    this.#preferences = preferences;
    this.#studio = studio;
    this.#journal = journal;
    this.#state = state;
  }

  async afterRun({ userId, zone, report }: EndedRun): Promise<void> {
    const { user: settings } = await readSyncSettings(this.#preferences, userId);
    const { emailWarnings, emailReport, emailAddress, sendAppointments } = settings;
    if (!emailWarnings && !emailReport) return;
    // What is mailed can be read by anybody who gets at the mailbox, so it says no more than others may read (C8).
    const told = reportForOthers(report);
    const news = chooseNews(told, await this.#state.of(userId), sendAppointments);
    const isWorth = news.problems.size > 0 || news.cleared.length > 0 || (emailReport && !isQuiet(told));
    if (isWorth) {
      const mail = writeMail(await this.#matter(told, news, emailReport, zone));
      const result = await this.#mailer.send({ ...mail, to: emailAddress, forUser: userId });
      // What could not be handed over was not said: it is news again at the next run.
      if (result.kind === "not-sent") return;
    }
    await this.#state.update(userId, news.mailed, news.forgotten);
  }

  async #matter(report: RunReport, news: News, isDetailed: boolean, zone: ZoneName): Promise<MailSubjectMatter> {
    const { locale, product } = await this.#studio.facts();
    const isNews = (key: string): boolean => news.problems.has(key);
    return {
      report,
      errors: report.errors.filter((line) => isNews(keyOfFailure(line)) || isNews(keyOfLine(line))),
      warnings: report.warnings.filter((line) => isNews(line.code) || isNews(keyOfLine(line))),
      questions: report.questions.filter(({ id }) => isNews(`question ${id}`)),
      cleared: news.cleared,
      isDetailed,
      effects: isDetailed && report.runId !== 0 ? await this.#journal.effectsOf(report.runId) : [],
      writing: { locale, product, zone },
    };
  }
}

/** A run that did nothing and has nothing new to say; of it no report is sent (J7). */
function isQuiet({ google, studio, contacts, leftOut, lost, leftOver }: RunReport): boolean {
  const sides = [google, studio, ...(contacts === undefined ? [] : [contacts.google, contacts.studio])];
  const done = sides.flatMap(({ created, changed, deleted }) => [created, changed, deleted]);
  return done.every((count) => count === 0) && Object.keys(leftOut).length === 0 && lost.length === 0 && leftOver === 0;
}
