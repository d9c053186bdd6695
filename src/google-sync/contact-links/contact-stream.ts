import type { UserId } from "../../api/index.js";

/** The clients and contacts of one user in one Google account, and how far they are in step (A5, A8). */
export interface ContactStream {
  readonly id: number;
  readonly userId: UserId;
  readonly accountSub: string;
  /** The client group of the last run; with another one, leaving clients are no surprise (G2). */
  readonly groupGuid: string | undefined;
  /** When syncing contacts was switched on. */
  readonly enabledAt: Date;
  /** When the contacts Send box was last ticked; undefined while one way. */
  readonly twoWaySince: Date | undefined;
  /** When all contacts were read for the first time, to be matched (K1). */
  readonly matchedAt: Date | undefined;
  /** When the contacts of the time the Send box was ticked were recorded (K2, P7). */
  readonly googleBaselineAt: Date | undefined;
  readonly syncToken: string | undefined;
  /** When the last complete read began (K10). */
  readonly readAt: Date | undefined;
  /** Our label: resource name, and the name it was given (K1). */
  readonly label: string | undefined;
  readonly labelName: string | undefined;
  /** It was deleted in Google and made again; that happens once (K3). */
  readonly isLabelRemade: boolean;
  /** Counts full listings, to tell what a listing lacked. */
  readonly listing: number;
  /** How many links the last run left behind; none now means that they were lost (W6). */
  readonly linkCount: number;
  readonly lastSuccessAt: Date | undefined;
}

/** The fields of a stream a run may change; `undefined` given explicitly clears. */
export type ContactStreamChange = Partial<Omit<ContactStream, "id" | "userId" | "accountSub">>;
