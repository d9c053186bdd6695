import type {
  Clearances,
  Clients,
  Clock,
  Logger,
  Notifications,
  Schedule,
  ScheduleConflicts,
  Studio,
  UnitOfWork,
  User,
} from "../../api/index.js";
import { serviceToken } from "../../base/service-token.js";
import type { WallTime, ZoneName } from "../../base/wall-time.js";
import type { CalendarCanon, EntryClearance } from "../calendar/index.js";
import type { ContactLinkStore } from "../contact-links/index.js";
import type { CalendarApi } from "../google/index.js";
import type { Journal } from "../journal/index.js";
import type { LinkStore, Stream } from "../links/index.js";
import type { RunMail } from "../mail/index.js";
import type { QuestionStore } from "../questions/index.js";
import type { ReportBuilder } from "../reports/index.js";
import type { SyncSettings } from "../settings/index.js";
import type { ListedCalendar } from "./listed-calendar.js";

/** The services a run works with. */
export interface RunServices {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly clearances: Clearances;
  readonly schedule: Schedule;
  readonly unitOfWork: UnitOfWork;
  readonly notifications: Notifications;
  readonly conflicts: ScheduleConflicts;
  readonly studio: Studio;
  readonly links: LinkStore;
  readonly clients: Clients;
  readonly contactLinks: ContactLinkStore;
  readonly questions: QuestionStore;
  readonly journal: Journal;
  readonly mail: RunMail;
}

export const RunServices = serviceToken<RunServices>("run-services");

/** What the user may do in the studio, asked once per run (X1). */
export interface RunClearances {
  readonly appointments: EntryClearance & { readonly mayView: boolean };
  readonly sessions: EntryClearance & { readonly mayView: boolean };
}

/** Everything that holds for one run of one user's calendar. */
export interface RunContext {
  readonly services: RunServices;
  readonly runId: number;
  readonly user: User;
  readonly studioGuid: string;
  readonly stream: Stream;
  readonly settings: SyncSettings;
  readonly clearances: RunClearances;
  readonly canon: CalendarCanon;
  readonly zone: ZoneName;
  /** Now and the window's start as the studio's wall clock says them (W1). */
  readonly nowWallTime: WallTime;
  readonly windowStart: WallTime;
  /** The Send box (C). */
  readonly isTwoWay: boolean;
  /** Linked differences are held, because two-way was switched on since the last run (P7). */
  readonly isFirstTwoWay: boolean;
  readonly calendar: CalendarApi;
  readonly listed: ListedCalendar;
  readonly report: ReportBuilder;
  readonly signal: AbortSignal;
  /** Tells whoever looks on how far the run is. */
  progress(text: string, done: number, total: number | undefined): void;
}
