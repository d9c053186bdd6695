import type { UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";

/** Passwords and sessions, as the studio's database keeps them. */
export interface SignInRecords {
  isSecurityOn(): Promise<boolean>;
  /** Undefined for unknown and inactive users, and for those without a password. */
  findPasswordHash(initials: string): Promise<string | undefined>;
  /** @param length how long it lasts, in milliseconds by the database's clock */
  addSession(tokenHash: string, userId: UserId, length: number): Promise<void>;
  /** Undefined when there is no such session, or it is over. */
  findSessionUser(tokenHash: string): Promise<UserId | undefined>;
  removeSession(tokenHash: string): Promise<void>;
  /** Those that are over. */
  removeOldSessions(): Promise<void>;
}
export const SignInRecords = serviceToken<SignInRecords>("sign-in-records");
