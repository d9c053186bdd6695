import type { UserId } from "../../api/index.js";
import type { ZoneName } from "../../base/wall-time.js";

/**
 * One user's calendar in one Google account, and how far the two are in step. Keyed by user,
 * account (`sub`) and the calendar's real id, so that links survive "Remove My Google
 * Account" and never meet another account's token (A5, A8).
 */
export interface Stream {
  readonly id: number;
  readonly userId: UserId;
  readonly accountSub: string;
  readonly calendarId: string;
  /** When syncing was switched on: what is older belongs to the baseline (W6). */
  readonly enabledAt: Date;
  /** When the Send box was last ticked; undefined while one way. */
  readonly twoWaySince: Date | undefined;
  /** When the studio's, and Google's, items of that time were recorded (W6). */
  readonly studioBaselineAt: Date | undefined;
  readonly googleBaselineAt: Date | undefined;
  /** Where the next delta starts; stored with the items that came with it (google.md 2.3). */
  readonly syncToken: string | undefined;
  /** The zone of the last run (C22). */
  readonly syncZone: ZoneName | undefined;
  /** The zone somebody chose to keep although the computer's is another (C22). */
  readonly keptZone: ZoneName | undefined;
  /** What linked titles were last made from; another template rewrites them (C7). */
  readonly titleSettings: string | undefined;
  /** Counts full listings, to tell what a listing lacked. */
  readonly listing: number;
  /** How many links the last run left behind; none now means that they were lost (W6). */
  readonly linkCount: number;
  readonly lastSuccessAt: Date | undefined;
}

/** The fields of a stream a run may change. */
export type StreamChange = Partial<Omit<Stream, "id" | "userId" | "accountSub" | "calendarId">>;
