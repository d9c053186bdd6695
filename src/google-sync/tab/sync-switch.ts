import { Clock, Preferences } from "../../api/index.js";
import type { UserId } from "../../api/index.js";
import type { GoogleUserSettings } from "../../api/schemas/google-user-settings.generated.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore } from "../account/index.js";
import { ContactLinkStore } from "../contact-links/index.js";
import { LinkStore } from "../links/index.js";
import { userPage } from "../settings/index.js";

/**
 * What saved values set in motion: from the moment of "OK" on, changes travel (W6), changes
 * in Google come back (P7), and another calendar is populated (A10).
 */
@injectable()
export class SyncSwitch {
  readonly #accounts: AccountStore;
  readonly #links: LinkStore;
  readonly #contactLinks: ContactLinkStore;
  readonly #preferences: Preferences;
  readonly #clock: Clock;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(LinkStore) links: LinkStore,
    @inject(ContactLinkStore) contactLinks: ContactLinkStore,
    @inject(Preferences) preferences: Preferences,
    @inject(Clock) clock: Clock,
  ) {
    this.#accounts = accounts;
    this.#links = links;
    this.#contactLinks = contactLinks;
    this.#preferences = preferences;
    this.#clock = clock;
  }

  async saved(userId: UserId, values: GoogleUserSettings, before: GoogleUserSettings): Promise<void> {
    const account = await this.#accounts.find(userId);
    if (account?.calendar === undefined || !values.enabled) return;
    const now = this.#clock.now();
    const found = await this.#links.findStream(userId, account.sub, account.calendar.id);
    const stream = found ?? (await this.#links.createStream(userId, account.sub, account.calendar.id, now));
    if (values.sendAppointments !== before.sendAppointments || found === undefined) {
      const twoWaySince = values.sendAppointments ? now : undefined;
      await this.#links.changeStream(stream.id, { twoWaySince, googleBaselineAt: undefined });
    }
    await this.#switchContacts(userId, account.sub, values, before);
    const isOtherCalendar = before.enabled && found === undefined && before.calendarId !== values.calendarId;
    if (isOtherCalendar && !values.populateGoogle) {
      await this.#preferences.change({ kind: "user", userId }, userPage, { populateGoogle: true });
    }
  }

  /** From "OK" on a new contact is new; what is in Google by then existed before (K2). */
  async #switchContacts(
    userId: UserId,
    accountSub: string,
    values: GoogleUserSettings,
    before: GoogleUserSettings,
  ): Promise<void> {
    if (values.clientGroupId === null) return;
    const now = this.#clock.now();
    const found = await this.#contactLinks.findStream(userId, accountSub);
    const stream = found ?? (await this.#contactLinks.createStream(userId, accountSub, now));
    if (found !== undefined && values.sendContacts === before.sendContacts) return;
    const twoWaySince = values.sendContacts ? now : undefined;
    await this.#contactLinks.changeStream(stream.id, { twoWaySince, googleBaselineAt: undefined });
  }
}
