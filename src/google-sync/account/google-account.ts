import type { UserId } from "../../api/index.js";
import type { Permissions } from "./permissions.js";

/** Whether the account can be synced, and why not. */
export type AccountState =
  | "connected"
  /** The person's permission is gone (A7). */
  | "needs-reconnecting"
  /** The calendar is gone or may not be written any more (A11). */
  | "calendar-not-available"
  /** The administrator of the account's Workspace does not allow the studio's app (A9). */
  | "workspace-blocked"
  /** Google does not accept the studio's client id and secret, or its project has the API switched off. */
  | "client-refused"
  | "api-not-enabled"
  /** The person unticked the calendar permission (A4). */
  | "no-calendar-permission";

/** A Google calendar a user syncs with. */
export interface ChosenCalendar {
  /** The real id, never "primary" (A8). */
  readonly id: string;
  readonly name: string;
  /** The zone Google shows it in (C22). */
  readonly zone: string;
}

/** A user's Google account as the studio knows it, without its tokens. */
export interface GoogleAccount {
  readonly userId: UserId;
  /** Identifies the account at Google for ever (A8). */
  readonly sub: string;
  readonly email: string;
  readonly permissions: Permissions;
  /** Undefined until the person has chosen one (A2). */
  readonly calendar: ChosenCalendar | undefined;
  readonly state: AccountState;
  readonly stateSince: Date;
  /** The person has said that this email is theirs; before that the account is not used (A1). */
  readonly isConfirmed: boolean;
}
