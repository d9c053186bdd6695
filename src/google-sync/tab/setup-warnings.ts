import { Jobs, Mailer, Preferences, Studio, Users } from "../../api/index.js";
import type { PageMessage, UserId } from "../../api/index.js";
import type { GoogleUserSettings } from "../../api/schemas/google-user-settings.generated.js";
import { inject, injectable } from "../../base/service-token.js";
import { nameOf } from "../account/index.js";
import type { GoogleAccount } from "../account/index.js";
import { isSameZone } from "../job/index.js";
import { processorId, userPage } from "../settings/index.js";

const warning = (field: keyof GoogleUserSettings, text: string): PageMessage => ({ severity: "warning", field, text });

/** What the tab warns of where set-up is incomplete around the account itself (P3). */
@injectable()
export class SetupWarnings {
  readonly #mailer: Mailer;
  readonly #jobs: Jobs;
  readonly #studio: Studio;
  readonly #preferences: Preferences;
  readonly #users: Users;

  constructor(
    @inject(Mailer) mailer: Mailer,
    @inject(Jobs) jobs: Jobs,
    @inject(Studio) studio: Studio,
    @inject(Preferences) preferences: Preferences,
    @inject(Users) users: Users,
  ) {
    this.#mailer = mailer;
    this.#jobs = jobs;
    this.#studio = studio;
    this.#preferences = preferences;
    this.#users = users;
  }

  async of(
    userId: UserId,
    settings: GoogleUserSettings,
    account: GoogleAccount | undefined,
  ): Promise<readonly PageMessage[]> {
    const lists = [await this.#ofZone(account), await this.#ofMail(userId, settings)];
    if (settings.enabled) lists.push(await this.#ofJob(), await this.#ofClientGroup(userId, settings));
    return lists.flat();
  }

  /** C22: times stay right, but the two calendars show other clock times. */
  async #ofZone(account: GoogleAccount | undefined): Promise<readonly PageMessage[]> {
    const calendarZone = account?.calendar?.zone;
    const zone = await this.#studio.syncZone(processorId);
    if (calendarZone === undefined || isSameZone(calendarZone, zone)) return [];
    return [
      warning(
        "calendarId",
        `The Google calendar is set to ${calendarZone}, the studio's times are meant in ${zone}. Times stay right; set both to the same zone to see the same clock times.`,
      ),
    ];
  }

  async #ofMail(userId: UserId, settings: GoogleUserSettings): Promise<readonly PageMessage[]> {
    const { emailWarnings, emailReport } = settings;
    if ((!emailWarnings && !emailReport) || (await this.#mailer.isSetUp(userId))) return [];
    return [
      warning(
        "emailAddress",
        "Emailing is not set up, so nothing is sent. An administrator enters a mail server in Company (Studio) Preferences > Email.",
      ),
    ];
  }

  async #ofJob(): Promise<readonly PageMessage[]> {
    const { isManaged, isEnabled, computerName, isComputerOn } = await this.#jobs.stateOf(processorId);
    if (isManaged) return [];
    if (!isEnabled) {
      return [
        warning(
          "enabled",
          'The job "Google Sync Processor" is not enabled, so nothing syncs by itself. It is enabled under Utilities > Control Center.',
        ),
      ];
    }
    if (isComputerOn) return [];
    return [
      warning(
        "enabled",
        `The computer ${computerName ?? "that was chosen"}, which runs the job "Google Sync Processor", is off or not connected. Nothing syncs by itself until it is on again.`,
      ),
    ];
  }

  async #ofClientGroup(userId: UserId, { clientGroupId }: GoogleUserSettings): Promise<readonly PageMessage[]> {
    if (clientGroupId === null) return [];
    const everybody = await this.#preferences.readAll(userPage);
    const others = [...everybody].flatMap(([id, values]) =>
      id !== userId && values["enabled"] === true && values["clientGroupId"] === clientGroupId ? [id] : [],
    );
    if (others.length === 0) return [];
    const names = await Promise.all(others.map((id) => nameOf(this.#users, id)));
    return [warning("clientGroupId", `This client group is synced by ${names.join(" and ")} too.`)];
  }
}
