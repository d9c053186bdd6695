import type { ClientGroupRecord, User } from "../../api/index.js";
import type { GoogleUserSettings } from "../../api/schemas/google-user-settings.generated.js";
import type { ContactStream } from "../contact-links/index.js";
import type { ContactCanon } from "../contacts/index.js";
import type { GuardLimits } from "../engine/index.js";
import type { ContactsApi } from "../google/index.js";
import type { ReportBuilder } from "../reports/index.js";
import type { ContactServices } from "./contact-services.js";
import type { OurLabel } from "./our-label.js";

/** Everything that holds for one run of one user's contacts. */
export interface ContactContext {
  readonly services: ContactServices;
  readonly runId: number;
  readonly user: User;
  readonly studioGuid: string;
  readonly stream: ContactStream;
  /** The stream of the user's calendar: questions are filed under it, whatever they are about. */
  readonly questionStreamId: number;
  readonly settings: GoogleUserSettings;
  /** The studio's limits of G1. */
  readonly limits: GuardLimits;
  readonly group: ClientGroupRecord;
  readonly canon: ContactCanon;
  /** The contacts Send box (K2). */
  readonly isTwoWay: boolean;
  /** Links are missing that the last run, at this time, left behind: contacts older than it are none that are new (W6). */
  readonly rowsLostSince: Date | undefined;
  /** Linked differences are held, because two-way was switched on since the last run (P7). */
  readonly isFirstTwoWay: boolean;
  /** Whether the user may add and change clients in the studio (X1). */
  readonly mayChangeClients: boolean;
  readonly contacts: ContactsApi;
  readonly label: OurLabel;
  readonly report: ReportBuilder;
  readonly signal: AbortSignal;
  /** Contacts read one by one in this run, so that Google's copy is the present one (K9). */
  readonly refreshed: Set<string>;
  /** Tells whoever looks on how far the run is. */
  progress(text: string, done: number, total: number | undefined): void;
}
