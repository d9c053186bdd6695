import type { AppointmentBookings, BookingRules, SessionBookings } from "../bookings/index.js";
import type { Clearances, Clock, Logger, Studio, Users } from "../../api/index.js";
import type { Calendar } from "../calendar/index.js";
import type { CallbackRoutes } from "../callbacks/index.js";
import type { ClientErasures, ClientGroups, ClientRecords } from "../clients/index.js";
import type { CommandRunner } from "../commands/index.js";
import type { ContributionPoints } from "../contributions/index.js";
import type { ControlCenter, GeneralSettingsStore, JobRunner } from "../control-center/index.js";
import type { LiveEvents } from "../live-events/index.js";
import type { OutboxFolder } from "../mail/index.js";
import type { Prometheus } from "../metrics/index.js";
import type { NotificationInbox } from "../notifications/index.js";
import type { PeopleKeeper } from "../people/index.js";
import type { Plugins } from "../plugins/index.js";
import type { PreferencePages } from "../preferences/index.js";
import type { ResolveConflicts } from "../scheduling/index.js";
import type { SignIn } from "../security/index.js";

/** What the routes call. They only carry in and out; every rule is behind these. */
export interface ServerServices {
  readonly signIn: SignIn;
  readonly clearances: Clearances;
  readonly users: Users;
  readonly studio: Studio;
  readonly contributions: ContributionPoints;
  readonly preferencePages: PreferencePages;
  readonly commandRunner: CommandRunner;
  readonly plugins: Plugins;
  readonly controlCenter: ControlCenter;
  readonly generalSettings: GeneralSettingsStore;
  readonly jobRunner: JobRunner;
  readonly calendar: Calendar;
  readonly peopleKeeper: PeopleKeeper;
  readonly bookingRules: BookingRules;
  readonly appointmentBookings: AppointmentBookings;
  readonly sessionBookings: SessionBookings;
  readonly clientErasures: ClientErasures;
  readonly clientRecords: ClientRecords;
  readonly clientGroups: ClientGroups;
  readonly conflicts: ResolveConflicts;
  readonly notifications: NotificationInbox;
  readonly callbackRoutes: CallbackRoutes;
  readonly liveEvents: LiveEvents;
  readonly outbox: OutboxFolder;
  readonly clock: Clock;
  readonly prometheus: Prometheus;
  readonly logger: Logger;
}
