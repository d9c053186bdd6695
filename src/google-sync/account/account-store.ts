import type { Transaction, UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";
import type { GoogleTokens } from "../google/index.js";
import type { AccountState, ChosenCalendar, GoogleAccount } from "./google-account.js";
import type { Permissions } from "./permissions.js";

/** What a consent brought. */
export interface ConsentedAccount {
  readonly userId: UserId;
  readonly sub: string;
  readonly email: string;
  readonly permissions: Permissions;
  readonly tokens: GoogleTokens;
}

/**
 * One Google account per user, one user per account (`sub`) and per calendar (real id): the
 * database refuses a second (A3). Tokens are encrypted for their user (A6).
 */
export interface AccountStore {
  find(userId: UserId, transaction?: Transaction): Promise<GoogleAccount | undefined>;
  findBySub(sub: string, transaction?: Transaction): Promise<GoogleAccount | undefined>;
  findByCalendar(calendarId: string, transaction?: Transaction): Promise<GoogleAccount | undefined>;
  /** Every account, confirmed or not, by user. */
  list(transaction?: Transaction): Promise<readonly GoogleAccount[]>;

  /**
   * Keeps what a consent brought. The same account again keeps its calendar and its
   * confirmation and becomes connected (A5); anything else replaces what was there, unconfirmed.
   */
  keepConsent(account: ConsentedAccount, at: Date, transaction?: Transaction): Promise<void>;
  /** The person has confirmed the email. */
  confirm(userId: UserId, transaction?: Transaction): Promise<void>;
  chooseCalendar(userId: UserId, calendar: ChosenCalendar, transaction?: Transaction): Promise<void>;
  /** False when the account is in that state already, or gone. */
  changeState(userId: UserId, state: AccountState, at: Date, transaction?: Transaction): Promise<boolean>;

  /** @throws StudioKeyMissingError, UnreadableSecretError */
  tokensOf(userId: UserId, transaction?: Transaction): Promise<GoogleTokens | undefined>;
  /** Keeps new tokens of that account; false, and nothing kept, when the user's account is another one by now (A8). */
  saveTokens(userId: UserId, sub: string, tokens: GoogleTokens, transaction?: Transaction): Promise<boolean>;
  /** Forgets account and tokens; links are kept elsewhere, by `sub` (A5). */
  remove(userId: UserId, transaction?: Transaction): Promise<void>;
}
export const AccountStore = serviceToken<AccountStore>("google-account-store");
