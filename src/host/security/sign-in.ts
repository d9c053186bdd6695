import { Users } from "../../api/index.js";
import type { User } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { AttemptLimit } from "./attempt-limit.js";
import { NotSignedInError, WrongCredentialsError } from "./errors.js";
import { isPassword } from "./password-hash.js";
import { hashOfToken, newSessionToken } from "./session-tokens.js";
import { SignInRecords } from "./sign-in-records.js";

const sessionLength = 12 * 60 * 60_000;

/** Signs people in and out, and knows whose session a browser has (X2). */
@injectable()
export class SignIn {
  constructor(
    @inject(SignInRecords) private readonly records: SignInRecords,
    @inject(Users) private readonly users: Users,
    @inject(AttemptLimit) private readonly attempts: AttemptLimit,
  ) {}

  /** Whom to choose from: everybody while security is off, nobody while it is on. */
  async choices(): Promise<readonly User[]> {
    if (await this.records.isSecurityOn()) return [];
    return (await this.users.list()).filter(({ isInactive }) => !isInactive);
  }

  isSecurityOn(): Promise<boolean> {
    return this.records.isSecurityOn();
  }

  /**
   * Checks credentials, for a browser or for a job. While security is off the password may be left blank.
   * @param address where the attempt comes from
   * @throws WrongCredentialsError
   * @throws TooManyAttemptsError
   */
  async check(initials: string, password: string, address: string): Promise<User> {
    // SQL Server takes initials with spaces behind them for the same ones; so must whoever counts.
    const keys = [`name:${initials.trim().toLowerCase()}`, `address:${address}`];
    this.attempts.check(keys);
    // Counted before the password is looked at: many attempts at once are many attempts.
    this.attempts.failed(keys);
    const user = await this.#userOf(initials.trim(), password);
    if (user === undefined) throw new WrongCredentialsError();
    for (const key of keys) this.attempts.succeeded(key);
    return user;
  }

  /** Whether credentials the host itself keeps are still right; a job that asks every few minutes locks nobody out. */
  async isRight(initials: string, password: string): Promise<boolean> {
    return (await this.#userOf(initials, password)) !== undefined;
  }

  /** Like `check`, and opens a session. */
  async open(
    initials: string,
    password: string,
    address: string,
  ): Promise<{ readonly user: User; readonly token: string }> {
    const user = await this.check(initials, password, address);
    const token = newSessionToken();
    await this.records.removeOldSessions();
    await this.records.addSession(hashOfToken(token), user.id, sessionLength);
    return { user, token };
  }

  /** @throws NotSignedInError without a session, after its end, or when the user has become inactive */
  async userOf(token: string | undefined): Promise<User> {
    const userId = token === undefined ? undefined : await this.records.findSessionUser(hashOfToken(token));
    const user = userId === undefined ? undefined : await this.users.findById(userId);
    if (user === undefined || user.isInactive) throw new NotSignedInError();
    return user;
  }

  async close(token: string): Promise<void> {
    await this.records.removeSession(hashOfToken(token));
  }

  async #userOf(initials: string, password: string): Promise<User | undefined> {
    const user = await this.users.findByInitials(initials);
    const isRight =
      !(await this.records.isSecurityOn()) ||
      (await isPassword(password, await this.records.findPasswordHash(initials)));
    return user === undefined || user.isInactive || !isRight ? undefined : user;
  }
}
