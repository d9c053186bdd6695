import type { UserId } from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";

/** Passwords and sessions, as the studio's database keeps them. */
export interface SignInStore {
  isSecurityOn(): Promise<boolean>;
  /** Undefined where the user has no password. */
  passwordHashOf(userId: UserId): Promise<string | undefined>;
  setPasswordHash(userId: UserId, hash: string | undefined): Promise<void>;
  saveSession(session: {
    readonly tokenHash: string;
    readonly userId: UserId;
    readonly expiresAt: Date;
  }): Promise<void>;
  findSession(tokenHash: string): Promise<{ readonly userId: UserId; readonly expiresAt: Date } | undefined>;
  deleteSession(tokenHash: string): Promise<void>;
}
export const SignInStore = serviceToken<SignInStore>("sign-in-store");
