import type { PageMessage, UserId } from "../../api/index.js";
import type { GoogleUserSettings } from "../../api/schemas/google-user-settings.generated.js";
import { CodedError } from "../../base/coded-error.js";
import { inject, injectable } from "../../base/service-token.js";
import { AccountStore, CalendarChoices } from "../account/index.js";
import { PopulateQuestion } from "./populate-question.js";

/** What "OK" refuses, each beside its control (P1). */
@injectable()
export class TabCheck {
  readonly #accounts: AccountStore;
  readonly #choices: CalendarChoices;
  readonly #populate: PopulateQuestion;

  constructor(
    @inject(AccountStore) accounts: AccountStore,
    @inject(CalendarChoices) choices: CalendarChoices,
    @inject(PopulateQuestion) populate: PopulateQuestion,
  ) {
    this.#accounts = accounts;
    this.#choices = choices;
    this.#populate = populate;
  }

  async validate(userId: UserId, values: GoogleUserSettings): Promise<readonly PageMessage[]> {
    const plain = plainProblems(values);
    const problems = plain.length > 0 ? plain : await this.#populate.of(userId, values);
    return problems.length > 0 ? problems : this.#chooseCalendar(userId, values.calendarId);
  }

  /**
   * A calendar is chosen by asking Google for its real id (A8) and the studio whether somebody
   * else has it (A3); so this is the last check, and it keeps what it found.
   */
  async #chooseCalendar(userId: UserId, calendarId: string): Promise<readonly PageMessage[]> {
    const account = await this.#accounts.find(userId);
    if (account?.isConfirmed !== true || account.state === "needs-reconnecting") return [];
    const chosen = account.calendar;
    const isSame = chosen !== undefined && chosen.id === (calendarId === "primary" ? account.email : calendarId);
    if (isSame && account.state === "connected") return [];
    try {
      await this.#choices.choose(userId, calendarId, AbortSignal.timeout(30_000));
      return [];
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      return [{ severity: "error", text: [error.message, error.hint].filter(Boolean).join(". "), field: "calendarId" }];
    }
  }
}

function plainProblems(values: GoogleUserSettings): readonly PageMessage[] {
  const problem = (field: keyof GoogleUserSettings, text: string): PageMessage => ({ severity: "error", field, text });
  return [
    ...(values.sendContacts && values.clientGroupId === null
      ? [problem("clientGroupId", "Choose the client group that contacts from Google are added to.")]
      : []),
    ...((values.emailWarnings || values.emailReport) && values.emailAddress.trim() === ""
      ? [problem("emailAddress", "Enter the address the messages are sent to.")]
      : []),
    ...(values.emailAddress !== "" && !/^[^\s@]+@[^\s@]+$/.test(values.emailAddress.trim())
      ? [problem("emailAddress", "This is not an email address.")]
      : []),
  ];
}
