import type { UserId } from "../../api/index.js";
import { inject, injectable } from "../../base/service-token.js";
import { CompanyStore, DatabaseClock, SignInStore, UserStore } from "../studio-data/index.js";
import type { SignInRecords } from "./sign-in-records.js";

/** Passwords and sessions in the studio's database. */
@injectable()
export class StoredSignInRecords implements SignInRecords {
  constructor(
    @inject(CompanyStore) private readonly company: CompanyStore,
    @inject(UserStore) private readonly users: UserStore,
    @inject(SignInStore) private readonly sessions: SignInStore,
    @inject(DatabaseClock) private readonly databaseClock: DatabaseClock,
  ) {}

  async isSecurityOn(): Promise<boolean> {
    return (await this.company.find())?.isSecurityOn ?? false;
  }
  async findPasswordHash(initials: string): Promise<string | undefined> {
    return (await this.users.findCredentials(initials))?.passwordHash;
  }
  async addSession(tokenHash: string, userId: UserId, length: number): Promise<void> {
    const now = await this.databaseClock.databaseNow();
    await this.sessions.create(tokenHash, userId, new Date(now.getTime() + length));
  }
  findSessionUser(tokenHash: string): Promise<UserId | undefined> {
    return this.sessions.findUser(tokenHash);
  }
  removeSession(tokenHash: string): Promise<void> {
    return this.sessions.remove(tokenHash);
  }
  removeOldSessions(): Promise<void> {
    return this.sessions.removeExpired();
  }
}
